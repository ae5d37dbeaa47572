package gazette.text;

/** What a line of a text can be. */
public enum Part {
    HEADLINE,
    /** The first paragraph (chapô). */
    LEAD,
    PARAGRAPH,
    INTERTITLE,
    LIST,
    QUOTATION,
    /** A picture, or the words under it. */
    FIGURE,
    /** Lines whose breaks and blanks mean something. */
    PREFORMATTED,
    /** When the article was published or updated. */
    DATE_LINE,
    /** Whom the news is from: «Source : Agence Exemple». */
    SOURCE_LINE,
    /** Who wrote it: «Par la rédaction». */
    BYLINE,
    /** Text that the front matter keeps from readers. */
    LEFT_OUT,
    /** Settings above the text, the two lines of dashes included. */
    FRONT_MATTER,
    BLANK,
    /** Nothing that a reader sees: tags, rules, addresses, and what is left out of a page. */
    MARKUP
}
