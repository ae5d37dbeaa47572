package gazette.article;

/** A picture of an article: one that goes out inside the message, or one that stays on the web. */
public sealed interface Picture permits EmbeddedPicture, LinkedPicture {
    /** What stands for the picture where it is not shown; empty when it adds nothing to the text. */
    String alt();
}
