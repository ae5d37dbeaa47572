package gazette.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody else's words, set apart.
 *
 * @param paragraphs in order; never empty
 */
public record Quotation(List<Prose> paragraphs) implements Block {
    public Quotation {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) {
            throw new IllegalArgumentException("a quotation without words");
        }
    }

    @Override
    public String text() {
        return paragraphs.stream().map(Prose::text).collect(Collectors.joining(" "));
    }
}
