package gazette.config;

import gazette.edition.ArticleLimits;
import gazette.edition.Filter;
import gazette.edition.Rule;
import gazette.edition.Selection;
import gazette.edition.Selection.Corrections;
import gazette.edition.Selection.Order;
import gazette.edition.Topic;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What a newsletter says of the articles that make an edition. */
final class SelectionSection {
    private static final Map<String, Order> ORDERS =
            Map.of("newest", Order.NEWEST, "source", Order.SOURCE, "lead", Order.LEAD);
    private static final Map<String, Corrections> CORRECTIONS =
            Map.of("ignore", Corrections.IGNORE, "mark", Corrections.MARK);

    /** Enough digits for any threshold, and few enough for a double. */
    private static final Pattern SHARE = Pattern.compile("0?\\.\\d{1,6}|1(\\.0{1,6})?");

    /** How many articles an edition has. */
    static final Fit.Kind<Integer> COUNT = Kinds.whole(1, Kinds.MOST_ARTICLES, "from 1 to " + Kinds.MOST_ARTICLES);

    private SelectionSection() {}

    /** @param articles what stands below {@code articles}; whoever opened it closes it */
    static Selection read(Section newsletter, Section articles) {
        Order order = articles.optional("order", Kinds.oneOf(ORDERS), "newest");
        if (order != Order.LEAD) {
            articles.refuse("lead", "has no effect with this order", "write order: lead, or remove it");
        }
        Rule lead = RuleSection.ifAny(articles, "lead");
        ArticleLimits limits =
                limits(articles, articles.optional("min", COUNT, "1"), articles.optional("max", COUNT, "12"));
        Filter filter = RuleSection.filter(newsletter);
        List<Topic> topics = RuleSection.topics(newsletter);
        OptionalDouble nearCopies =
                newsletter.optional("near-copies", SelectionSection::similarity, String.valueOf(Selection.NEAR_COPIES));
        Corrections corrections = newsletter.optional("corrections", Kinds.oneOf(CORRECTIONS), "ignore");
        return new Selection(limits, order, lead, filter, topics, nearCopies, corrections);
    }

    /** From one to the other; where that is none, it is said, and {@code 1} to {@code 1}. */
    static ArticleLimits limits(Section articles, int min, int max) {
        if (min > max) {
            articles.object(
                    articles.isSet("min") ? "min" : "max", "leaves min " + min + " above max " + max, "give min ≤ max");
            return new ArticleLimits(1, 1);
        }
        return new ArticleLimits(min, max);
    }

    private static Fit<OptionalDouble> similarity(String text) {
        if (text.equals("off")) {
            return Fit.of(OptionalDouble.empty());
        }
        boolean isShare = SHARE.matcher(text).matches() && Double.parseDouble(text) > 0;
        return isShare
                ? Fit.of(OptionalDouble.of(Double.parseDouble(text)))
                : Fit.not("give a similarity above 0 and up to 1, such as 0.85, or off");
    }
}
