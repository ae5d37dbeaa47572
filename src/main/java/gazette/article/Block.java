package gazette.article;

/** One block of an article's body, in reading order. Lists, quotations and pictures will stand beside these. */
public sealed interface Block permits Paragraph, Intertitle {
    /** The words, on one line, without markup. */
    String text();
}
