package gazette.feed;

import gazette.article.Article;
import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.FeedSource;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Problem;
import gazette.article.SourceReading;
import gazette.article.WebAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The items of a feed as articles. Two items of one feed are the same article when they have the same id, unless that id
 * stands for several addresses; then, and without an id, when they have the same address; without either, when they have
 * the same words. Of two that are the same the newest counts. Safe to use from many threads.
 */
public final class FeedArticles {
    private static final Pattern BY = Pattern.compile("(?:par|by)\\s+(?=\\p{Lu})", Pattern.CASE_INSENSITIVE);
    private static final Pattern MORE = Pattern.compile(
            "(?:lire la suite|lire plus|en savoir plus|continue reading|read more)[^.]{0,80}$",
            Pattern.CASE_INSENSITIVE);
    /** What summaries that are cut off end in. */
    private static final String ELLIPSIS = " .…[]()→»";

    /** In characters: more than a text has at its beginning before its words. */
    private static final int BLANKS = 100;

    private final FeedReading feed;
    private final FeedSource source;
    private final Moments moments;

    private FeedArticles(FeedReading feed, FeedSource source, Instant now) {
        this.feed = feed;
        this.source = source;
        this.moments = new Moments(source.zone(), now);
    }

    /**
     * The articles of a feed, in its order, and a problem for each item that says nothing, or for a feed that could not
     * be read.
     *
     * @param now a date more than a day later is not believed
     */
    public static SourceReading of(FeedReading feed, FeedSource source, Instant now) {
        return new FeedArticles(feed, source, now).reading();
    }

    private SourceReading reading() {
        if (!feed.isRead()) {
            return new SourceReading(List.of(), List.of(new Problem(place(), feed.refusal())));
        }
        List<Problem> problems = new ArrayList<>();
        List<FeedItem> saying = new ArrayList<>();
        for (int i = 0; i < feed.items().size(); i++) {
            FeedItem item = feed.items().get(i);
            if (blocks(item).isEmpty()) {
                problems.add(nothing(i + 1, item));
            } else {
                saying.add(item);
            }
        }
        List<Article> articles = new ArrayList<>();
        for (Map.Entry<String, FeedItem> named : Identities.of(saying).entrySet()) {
            articles.add(article(named.getKey(), named.getValue()));
        }
        return new SourceReading(articles, problems);
    }

    private String place() {
        return source.name().isEmpty() ? source.address().toString() : source.name();
    }

    private Problem nothing(int number, FeedItem item) {
        String which = item.address().map(address -> " (" + address + ")").orElse("");
        return new Problem(
                place(),
                "item " + number + which
                        + " has neither a title nor a text and is left out: an article needs one of them, its publisher can add it");
    }

    private Article article(String name, FeedItem item) {
        List<Block> blocks = blocks(item);
        String text = blocks.stream().map(Block::text).collect(Collectors.joining(" "));
        Optional<Picture> picture = item.picture().map(linked -> linked);
        return new Article(
                new Origin(source.key(), name),
                source.language().of(item.language(), item.title() + "\n" + text),
                Optional.of(item.title()).filter(title -> !Blanks.isBlank(title)),
                addsTo(text, item.summary()) ? item.summary() : "",
                blocks,
                moments.of(item),
                BY.matcher(item.author()).lookingAt()
                        ? BY.matcher(item.author()).replaceFirst("")
                        : item.author(),
                credits(item),
                item.address().map(WebAddress::clean),
                picture,
                item.categories(),
                List.of());
    }

    /** The text; else the summary; else the title once more, which is then all that there is to say. */
    private static List<Block> blocks(FeedItem item) {
        boolean saysSomething = item.content().stream().anyMatch(block -> !Blanks.isBlank(block.text()));
        if (saysSomething || (!item.content().isEmpty() && !Blanks.isBlank(item.title()))) {
            return item.content();
        }
        String words = Blanks.isBlank(item.summary()) ? item.title() : item.summary();
        return Blanks.isBlank(words) ? List.of() : List.of(new Paragraph(words));
    }

    private List<String> credits(FeedItem item) {
        String own = source.name().isEmpty() ? feed.title() : source.name();
        String credit = item.credit().isEmpty() ? own : item.credit();
        return credit.isEmpty() ? List.of() : List.of(credit);
    }

    /** Whether a summary is more than the beginning of the text, with or without an ellipsis. */
    private static boolean addsTo(String text, String summary) {
        String core = withoutEllipsis(MORE.matcher(Blanks.fold(summary)).replaceFirst(""));
        String beginning = text.substring(0, Math.min(text.length(), 2 * core.length() + BLANKS));
        return !core.isEmpty() && !lower(Blanks.fold(beginning)).startsWith(lower(core));
    }

    private static String withoutEllipsis(String summary) {
        int end = summary.length();
        while (end > 0 && ELLIPSIS.indexOf(summary.charAt(end - 1)) >= 0) {
            end--;
        }
        return summary.substring(0, end);
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
