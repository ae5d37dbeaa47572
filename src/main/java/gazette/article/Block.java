package gazette.article;

/** One block of an article's body, in reading order. Whatever a source wrote, nothing but these comes of it. */
public sealed interface Block permits Paragraph, Intertitle, ItemList, Quotation, Figure, Preformatted {
    /** The words, without markup: on one line, but for {@link Preformatted}. */
    String text();
}
