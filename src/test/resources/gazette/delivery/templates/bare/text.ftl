${reader.name!"x"}
