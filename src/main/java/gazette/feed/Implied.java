package gazette.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which open elements end where another begins, though nobody closed them: feeds and HTML leave end tags out. */
final class Implied {
    private static final Set<String> FEED_SPACES =
            Set.of("", Namespaces.ATOM, Namespaces.ATOM_03, Namespaces.RSS_1, Namespaces.RSS_09);

    private static final Set<String> AROUND_ITEMS = Set.of("channel", "feed", "rdf", "rss", "items");

    /** Elements of a feed that hold text, or marked-up text, but no other element of a feed. */
    private static final Set<String> LEAVES = Set.of(
            "title",
            "link",
            "guid",
            "pubdate",
            "lastbuilddate",
            "description",
            "summary",
            "language",
            "copyright",
            "id",
            "updated",
            "published",
            "modified",
            "issued",
            "created",
            "rights",
            "subtitle",
            "tagline",
            "comments",
            "name",
            "uri",
            "url",
            "email",
            "generator",
            "docs",
            "ttl",
            "category",
            "managingeditor",
            "webmaster");

    /** Elements that no HTML has, so that they end even a description which holds unescaped HTML. */
    private static final Set<String> NEVER_IN_HTML = Set.of(
            "guid",
            "pubdate",
            "lastbuilddate",
            "description",
            "copyright",
            "id",
            "updated",
            "published",
            "modified",
            "issued",
            "created",
            "rights",
            "comments",
            "category",
            "author",
            "enclosure",
            "content",
            "webmaster",
            "managingeditor",
            "textinput",
            "cloud",
            "ttl",
            "generator",
            "docs",
            "language",
            "skiphours",
            "skipdays");

    private static final Set<String> MARKED_UP =
            Set.of("description", "summary", "rights", "subtitle", "tagline", "copyright");

    /** Elements of HTML that never hold anything. */
    private static final Set<String> VOID =
            Set.of("br", "hr", "img", "input", "wbr", "area", "col", "embed", "param", "meta", "base");

    private static final Set<String> NEVER_IN_ITSELF = Set.of("p", "li", "tr", "td", "th", "dt", "dd", "option");

    private Implied() {}

    /** Whether it never holds anything, whether it says so or not. */
    static boolean isVoid(String written) {
        return VOID.contains(written.toLowerCase(Locale.ROOT));
    }

    /** How many of the open elements stay open when another begins. */
    static int kept(List<Growth.Open> open, String namespace, String name) {
        int size = open.size();
        if (size == 0) {
            return 0;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Growth.Open top = open.get(size - 1);
        if (isItem(namespace, lower)) {
            return aroundItems(open);
        }
        if (NEVER_IN_ITSELF.contains(lower) && top.written().equalsIgnoreCase(name)) {
            return size - 1;
        }
        int leaf = leaf(open);
        return leaf >= 0 && isNext(open.get(leaf), namespace, lower) ? leaf : size;
    }

    /** The place of an item that is open with a whole one before it; -1 when there is none. */
    static int halfItem(List<Growth.Open> open) {
        for (int at = 1; at < open.size(); at++) {
            if (isItem(open.get(at))) {
                boolean isAfterAnother = open.get(at - 1).content().stream()
                        .anyMatch(before -> before instanceof Element element
                                && isItem(element.namespace(), element.name().toLowerCase(Locale.ROOT)));
                return isAfterAnother ? at : -1;
            }
        }
        return -1;
    }

    private static boolean isItem(Growth.Open open) {
        return isItem(open.namespace(), open.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isItem(String namespace, String lower) {
        return (lower.equals("item") || lower.equals("entry")) && FEED_SPACES.contains(namespace);
    }

    private static int aroundItems(List<Growth.Open> open) {
        for (int at = open.size() - 1; at > 0; at--) {
            if (AROUND_ITEMS.contains(open.get(at).name().toLowerCase(Locale.ROOT))) {
                return at + 1;
            }
        }
        return 1;
    }

    /** The place of the leaf that is open; -1 when none is. */
    private static int leaf(List<Growth.Open> open) {
        for (int at = 1; at < open.size(); at++) {
            Growth.Open one = open.get(at);
            if (FEED_SPACES.contains(one.namespace())
                    && LEAVES.contains(one.name().toLowerCase(Locale.ROOT))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether an element can only be a neighbour of the leaf, not a part of its marked-up text. */
    private static boolean isNext(Growth.Open leaf, String namespace, String lower) {
        if (!FEED_SPACES.contains(namespace)) {
            return !namespace.equals(Namespaces.XHTML) && !lower.equals("div");
        }
        return NEVER_IN_HTML.contains(lower)
                || (LEAVES.contains(lower) && !MARKED_UP.contains(leaf.name().toLowerCase(Locale.ROOT)));
    }
}
