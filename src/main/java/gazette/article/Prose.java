package gazette.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Running text with its emphasis and links.
 *
 * @param spans in reading order; never empty
 */
public record Prose(List<Span> spans) {
    public Prose {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("prose without words");
        }
    }

    /** Words without emphasis or links; not empty. */
    public static Prose of(String words) {
        return new Prose(List.of(Span.plain(words)));
    }

    /** The words alone. */
    public String text() {
        return spans.stream().map(Span::words).collect(Collectors.joining());
    }

    /** Whether there are words alone. */
    public boolean isPlain() {
        return spans.stream()
                .allMatch(span -> span.look() == Span.Look.PLAIN && span.link().isEmpty());
    }
}
