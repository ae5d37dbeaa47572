package gazette.edition;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a newsletter chooses and orders the articles of an edition.
 *
 * @param lead for {@link Order#LEAD}: what may stand first
 * @param nearCopies the similarity, above 0 and at most 1, from which two articles are one story; empty when only the
 *     same address or the same text makes them one
 */
public record Selection(
        ArticleLimits limits,
        Order order,
        Rule lead,
        Filter filter,
        List<Topic> topics,
        OptionalDouble nearCopies,
        Corrections corrections) {
    /** What stands above what. */
    public enum Order {
        /** The newest first. */
        NEWEST,
        /** In the order of the sources, the newest of each first. */
        SOURCE,
        /** A lead story first, then the newest: one that fits the rule, or else the one that most sources tell. */
        LEAD
    }

    /** What becomes of an article that was edited after it went out. */
    public enum Corrections {
        /** Nothing: readers have had it. */
        IGNORE,
        /** It is in the next edition again, marked. */
        MARK
    }

    /** The similarity from which two articles are one story where the settings do not say. */
    public static final double NEAR_COPIES = 0.85;

    /** Everything, the newest first. */
    public static Selection of(ArticleLimits limits) {
        return new Selection(
                limits,
                Order.NEWEST,
                Rule.NONE,
                Filter.NONE,
                List.of(),
                OptionalDouble.of(NEAR_COPIES),
                Corrections.IGNORE);
    }

    public Selection {
        topics = List.copyOf(topics);
    }

    /** The same with other limits. */
    public Selection with(ArticleLimits others) {
        return new Selection(others, order, lead, filter, topics, nearCopies, corrections);
    }
}
