package gazette.feed;

import gazette.article.Block;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Atom 0.3 and 1.0 (RFC 4287 section 4.1). */
final class AtomFeed {
    private static final String[] PUBLISHED = {"published", "issued", "dcterms:issued", "created", "dcterms:created"};
    private static final String[] UPDATED = {"updated", "modified", "dcterms:modified"};
    private static final String[] AUTHORS = {"author", "dc:creator", "itunes:author"};

    private final Parts feed;
    private final String title;
    private final String authors;

    private AtomFeed(Parts feed) {
        this.feed = feed;
        this.title = line(feed, "title", "dc:title");
        this.authors = People.of(feed, AUTHORS);
    }

    /** @param root a feed, or a document that is one entry alone */
    static FeedReading read(Element root, String encoding, URI address) {
        String core = root.namespace().isEmpty() ? Vocabulary.ATOM : core(root.namespace());
        Place outside = new Place(address, Optional.empty());
        boolean isEntry = root.name().equalsIgnoreCase("entry");
        Element whole = isEntry ? new Element(root.namespace(), "feed", java.util.Map.of(), List.of(root)) : root;
        Parts feed = new Parts(whole, core, outside);
        Optional<Locale> language = feed.place().language();
        if (language.isEmpty()) {
            language = Language.of(feed.text("dc:language", "language"));
            feed = new Parts(whole, core, outside.with(Optional.empty(), language));
        }
        return new AtomFeed(feed).reading(format(root), encoding);
    }

    private static String core(String namespace) {
        return Vocabulary.of(namespace).equals(Vocabulary.ATOM) ? Vocabulary.ATOM : namespace;
    }

    private static String format(Element root) {
        String version = root.attribute("version").orElse("").strip();
        if (version.startsWith("0.")) {
            return "Atom " + version;
        }
        return root.namespace().contains("purl.org/atom/ns")
                        && !root.namespace().contains("draft")
                ? "Atom 0.3"
                : "Atom 1.0";
    }

    private FeedReading reading(String format, String encoding) {
        List<Element> entries = feed.all("entry").toList();
        List<FeedItem> items =
                Facts.newest(entries, entry -> Facts.date(feed.in(entry), "updated", "modified", "published")).stream()
                        .map(entry -> item(feed.in(entry)))
                        .toList();
        return new FeedReading(
                format, encoding, title, Links.page(feed, "link"), feed.place().language(), items, "");
    }

    private FeedItem item(Parts entry) {
        Bodies bodies = Bodies.ofAtom(entry);
        List<Block> content = bodies.content();
        Optional<FeedItem.Stamp> published =
                Facts.date(entry, PUBLISHED).or(() -> Facts.date(entry, "pubdate", "dc:date"));
        Optional<FeedItem.Stamp> updated = Facts.date(entry, UPDATED).or(() -> Facts.date(entry, "dc:date"));
        return new FeedItem(
                entry.text("id", "guid", "dc:identifier"),
                address(entry),
                line(entry, "title", "dc:title", "media:title"),
                bodies.summary(),
                content,
                published,
                updated,
                Language.of(entry.text("dc:language")).or(() -> entry.place().language()),
                authors(entry),
                credit(entry),
                Facts.categories(entry),
                Pictures.of(entry, content));
    }

    /** What it was before a service counted its readers; its page; what the content stands at; an id that is an address. */
    private static Optional<URI> address(Parts entry) {
        Optional<URI> content = entry.all("content")
                .flatMap(c -> c.attribute("src").stream())
                .findFirst()
                .flatMap(src -> Reference.of(src, entry.place().base()));
        return Reference.absolute(entry.text("feedburner:origlink"))
                .or(() -> Links.page(entry, "link"))
                .or(() -> content)
                .or(() -> Reference.absolute(entry.text("id")));
    }

    private static String line(Parts parts, String... names) {
        return parts.first(names)
                .map(found -> Vocabulary.name(found, Vocabulary.ATOM).startsWith("dc:")
                        ? Wording.guessed(found, parts.place())
                        : AtomText.line(found, parts.place()))
                .map(Wording::words)
                .orElse("");
    }

    private String authors(Parts entry) {
        String own = People.of(entry, AUTHORS);
        if (!own.isEmpty()) {
            return own;
        }
        return entry.inside("source")
                .map(source -> People.of(source, AUTHORS))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(authors);
    }

    private String credit(Parts entry) {
        String source = entry.inside("source")
                .map(inside -> line(inside, "title"))
                .findFirst()
                .orElse("");
        return source.equals(title) ? "" : source;
    }
}
