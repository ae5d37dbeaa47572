package gazette.article;

/** A paragraph of running text; the first of an article is its lead. */
public record Paragraph(String text) implements Block {}
