package gazette.article;

/** A short title between paragraphs, an {@code h3} in the edition. */
public record Intertitle(String text) implements Block {}
