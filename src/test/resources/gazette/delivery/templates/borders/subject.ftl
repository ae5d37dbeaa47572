${reader.name!"Bonjour"} : ${articles[0].title} ${reader.ville!}
