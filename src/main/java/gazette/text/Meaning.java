package gazette.text;

/** What a person says that a line of a text is. */
public enum Meaning {
    /** The headline. */
    TITLE,
    /** The line that says when the article was published. */
    DATE,
    /** Who wrote it. */
    BYLINE,
    /** Whom the news is from. */
    SOURCE,
    /** A title between two paragraphs. */
    INTERTITLE,
    /** The paragraph that is printed first. */
    LEAD,
    /** A paragraph, and nothing else. */
    PARAGRAPH,
    /** Nothing that readers are to see. */
    LEFT_OUT
}
