package gazette.pickup;

import gazette.article.FeedSource;
import gazette.article.FolderSource;
import gazette.article.Problem;
import gazette.article.Source;
import java.util.List;

/**
 * What one round came to for one source.
 *
 * @param source its {@link Source#key}
 * @param fresh articles that were not known
 * @param edited articles whose text changed since
 * @param known articles that were there already, or that a first reading left out
 * @param problems what could not be read, and why; the rest was
 */
public record SourceOutcome(String source, Kind kind, int fresh, int edited, int known, List<Problem> problems) {
    /** What was done about the source. */
    public enum Kind {
        /** It was read. */
        READ,
        /** Its server said that nothing has changed since (304). */
        UNCHANGED,
        /** It was not asked: its time has not come, it asked to be left alone, or it is gone for good. */
        LEFT_ALONE,
        /** It could not be read. */
        FAILED,
        /** It did not answer while the round lasted; the next round asks it again. */
        LATE
    }

    public SourceOutcome {
        problems = List.copyOf(problems);
    }

    static SourceOutcome without(Source source, Kind kind, List<Problem> problems) {
        return new SourceOutcome(source.key(), kind, 0, 0, 0, problems);
    }

    /** How people know a source: its folder or its address. */
    static String place(Source source) {
        return source instanceof FeedSource feed ? feed.address().toString() : ((FolderSource) source).name();
    }
}
