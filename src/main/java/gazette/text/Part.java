package gazette.text;

/** What a line of a text can be. */
public enum Part {
    HEADLINE,
    /** The first paragraph (chapô). */
    LEAD,
    PARAGRAPH,
    INTERTITLE,
    /** When the article was published or updated. */
    DATE_LINE,
    /** Whom the news is from: «Source : Agence Exemple». */
    SOURCE_LINE,
    /** Who wrote it: «Par la rédaction». */
    BYLINE,
    /** Settings above the text, the two lines of dashes included. */
    FRONT_MATTER,
    BLANK
}
