package gazette.edition;

import gazette.article.Source;
import java.util.List;

/**
 * A source as one newsletter uses it.
 *
 * @param filter beside the newsletter's own
 * @param most so many of its articles are in one edition at most; the others wait
 * @param topics that all of its articles have
 */
public record Supply(Source source, Filter filter, int most, List<String> topics) {
    /** A source whose articles are all welcome. */
    public static Supply of(Source source) {
        return new Supply(source, Filter.NONE, Integer.MAX_VALUE, List.of());
    }

    public Supply {
        topics = List.copyOf(topics);
        if (most < 1) {
            throw new IllegalArgumentException("a source with at most " + most + " articles: give 1 or more");
        }
    }
}
