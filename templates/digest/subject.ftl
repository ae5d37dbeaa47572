${articles[0].title}
