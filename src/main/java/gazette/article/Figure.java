package gazette.article;

/**
 * A picture between paragraphs.
 *
 * @param caption the words under it; empty when there are none
 */
public record Figure(Picture picture, String caption) implements Block {
    @Override
    public String text() {
        return caption.isEmpty() ? picture.alt() : caption;
    }
}
