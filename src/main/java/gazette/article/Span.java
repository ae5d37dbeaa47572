package gazette.article;

import java.net.URI;
import java.util.Optional;

/**
 * A stretch of words that look the same and lead to the same place.
 *
 * @param words on one line, blanks at the ends included; never empty
 * @param link where they lead, absolute: http, https or mailto
 */
public record Span(String words, Look look, Optional<URI> link) {
    /** How words look. */
    public enum Look {
        PLAIN,
        EMPHASIS,
        STRONG,
        /** Names from a program: typography leaves them as they are. */
        CODE
    }

    public Span {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a span without words");
        }
    }

    /** Words without a look or a link. */
    public static Span plain(String words) {
        return new Span(words, Look.PLAIN, Optional.empty());
    }
}
