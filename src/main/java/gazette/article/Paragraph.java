package gazette.article;

/** A paragraph of running text; the first of an article is its lead. */
public record Paragraph(Prose prose) implements Block {
    /** A paragraph without emphasis or links. */
    public Paragraph(String text) {
        this(Prose.of(text));
    }

    @Override
    public String text() {
        return prose.text();
    }
}
