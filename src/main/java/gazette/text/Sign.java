package gazette.text;

/** What a line above or below the text says about it. */
sealed interface Sign permits DateLine, SourceLine, Byline {}
