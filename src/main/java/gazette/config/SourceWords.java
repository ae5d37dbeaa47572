package gazette.config;

import gazette.article.FirstRun;
import java.time.Duration;
import java.util.Optional;

/** What people type about a source, read as the settings read it. */
public final class SourceWords {
    private SourceWords() {}

    /**
     * A word that was read.
     *
     * @param value empty when it does not fit
     * @param remedy what to type instead; empty when it fits
     */
    public record Read<T>(Optional<T> value, String remedy) {
        private static <T> Read<T> of(Fit<T> fit) {
            return new Read<>(fit.value(), fit.remedy());
        }
    }

    /** {@code all}, {@code none} or a number. */
    public static Read<FirstRun> first(String text) {
        return Read.of(SourceSection.first(text));
    }

    /** How often a feed is asked, at least a minute. */
    public static Read<Duration> every(String text) {
        return Read.of(Kinds.duration(SourceSection.MOST_OFTEN).read(text));
    }
}
