package gazette.feed;

import gazette.article.Blanks;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a feed document, whatever state it is in. Touches no network and no file; never throws for what the document
 * says; memory and time are in proportion to its size, both capped. Safe to use from many threads.
 */
public final class FeedReader {
    /** In octets: how far in the first brace or bracket of a document that is not blank is looked for. */
    private static final int BEGINNING = 4_096;

    /** In elements: how deep inside others the feed itself is looked for. */
    private static final int WRAPPED = 4;

    private static final Set<String> ATOM = Set.of("feed", "entry");
    private static final Set<String> RSS = Set.of("rss", "rdf", "channel");

    private FeedReader() {}

    /**
     * Takes a feed apart.
     *
     * @param contentType what the server said it is
     * @param address where it came from: what relative links are relative to, unless the feed says otherwise
     */
    public static FeedReading read(byte[] octets, Optional<String> contentType, URI address) {
        if (beginsLikeJson(octets)) {
            return JsonFeed.read(octets, address);
        }
        Scan scan = Scan.of(octets, contentType);
        if (scan.root().isEmpty()) {
            return FeedReading.refused(scan.refusal());
        }
        Element root = scan.root().get();
        return feed(root, 0)
                .map(feed -> read(feed, scan.encoding(), address))
                .orElseGet(() -> FeedReading.refused(inWords(root)));
    }

    private static FeedReading read(Element feed, String encoding, URI address) {
        if (ATOM.contains(name(feed))) {
            return AtomFeed.read(feed, encoding, address);
        }
        return CdfFeed.is(feed) ? CdfFeed.read(feed, encoding, address) : RssFeed.read(feed, encoding, address);
    }

    /** Content types lie; the first octet that means anything does not. */
    private static boolean beginsLikeJson(byte[] octets) {
        for (int i = 0; i < Math.min(octets.length, BEGINNING); i++) {
            if (octets[i] == '{' || octets[i] == '<') {
                return octets[i] == '{' && octets.length <= NoFeed.MOST_OCTETS;
            }
        }
        return false;
    }

    /** The element that is a feed: the outermost, or the first inside it. */
    private static Optional<Element> feed(Element element, int depth) {
        String name = name(element);
        if (ATOM.contains(name) || RSS.contains(name)) {
            return Optional.of(element);
        }
        return depth == WRAPPED
                ? Optional.empty()
                : element.children()
                        .map(child -> feed(child, depth + 1))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static String name(Element element) {
        return element.name().toLowerCase(Locale.ROOT);
    }

    private static String inWords(Element root) {
        return switch (name(root)) {
            case "html" -> NoFeed.PAGE;
            case "opml" -> "this is a list of feeds (OPML), not a feed: `gazette sources import` takes it";
            case "sitemapindex", "urlset" ->
                "this is a site map, not a feed: give the address of an RSS, Atom or JSON feed";
            default ->
                "the outermost element is <" + Blanks.fold(root.name())
                        + ">, not that of a feed: give the address of an RSS, Atom or JSON feed";
        };
    }
}
