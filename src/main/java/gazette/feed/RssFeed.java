package gazette.feed;

import gazette.article.Block;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** RSS in all its versions, those on RDF included: there items stand beside the channel. */
final class RssFeed {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
    private static final String[] AUTHORS = {"author", "dc:creator", "atom:author", "itunes:author"};
    private static final String[] PUBLISHED = {
        "pubdate", "atom:published", "dcterms:issued", "dc:date", "dcterms:created", "published", "date"
    };

    /** Dublin Core's date does not say which it is. */
    private static final String[] UPDATED = {"atom:updated", "dcterms:modified", "updated", "dc:date", "dcterms:date"};

    private final Parts root;
    private final Parts channel;
    private final String core;
    private final Place place;
    private final String title;
    private final Optional<URI> home;
    private final String authors;

    private RssFeed(Element document, URI address) {
        Optional<Element> inner = document.children()
                .filter(child -> child.name().equalsIgnoreCase("channel"))
                .findFirst();
        this.core = core(inner.orElse(document).namespace());
        this.root = new Parts(document, core, new Place(address, Optional.empty()));
        this.channel = inner.map(root::in).orElse(root);
        this.title = channel.first("title", "dc:title", "atom:title")
                .map(found -> Wording.guessed(found, channel.place()).words())
                .orElse("");
        this.home = home(channel);
        Optional<Locale> language = Language.of(channel.text("language", "dc:language"))
                .or(() -> channel.place().language());
        boolean saysBase = !channel.place().base().equals(address);
        this.place = channel.place().with(saysBase ? Optional.empty() : home, language);
        this.authors = People.of(channel, "dc:creator", "atom:author", "itunes:author");
    }

    /** @param document an {@code rss}, {@code RDF} or {@code channel} */
    static FeedReading read(Element document, String encoding, URI address) {
        return new RssFeed(document, address).reading(encoding);
    }

    private static String core(String namespace) {
        String vocabulary = Vocabulary.of(namespace);
        return vocabulary.equals("?") ? namespace : Vocabulary.RSS;
    }

    private FeedReading reading(String encoding) {
        Stream<Element> inside = root.all("channel").flatMap(one -> root.in(one).all("item"));
        Stream<Element> listed = root.all("items").flatMap(one -> root.in(one).all("item"));
        List<Element> all = Stream.of(inside, root.all("item"), listed)
                .flatMap(items -> items)
                .toList();
        List<FeedItem> items = Facts.newest(all, item -> Facts.date(in(item), PUBLISHED)).stream()
                .map(item -> item(in(item)))
                .toList();
        return new FeedReading(format(), encoding, title, home, place.language(), items, "");
    }

    /** An item, whose links are relative to the channel's page. */
    private Parts in(Element item) {
        return new Parts(item, core, place);
    }

    private String format() {
        if (root.element().name().equalsIgnoreCase("RDF")) {
            return channel.element().namespace().contains("/0.9") ? "RSS 0.90" : "RSS 1.0";
        }
        Matcher version =
                VERSION.matcher(Parts.attribute(root.element(), "version").orElse(""));
        return version.find() ? "RSS " + version.group() : "RSS";
    }

    private FeedItem item(Parts item) {
        Bodies bodies = Bodies.ofRss(item);
        List<Block> content = bodies.content();
        String author = People.of(item, AUTHORS);
        return new FeedItem(
                id(item),
                address(item),
                item.first("title", "atom:title", "dc:title", "itunes:title", "media:title")
                        .map(found -> title(found, item.place()))
                        .orElse(""),
                bodies.summary(),
                content,
                Facts.date(item, PUBLISHED),
                Facts.date(item, UPDATED),
                Language.of(item.text("dc:language", "language"))
                        .or(() -> item.place().language()),
                author.isEmpty() ? authors : author,
                credit(item),
                Facts.categories(item),
                Pictures.of(item, content));
    }

    private static String title(Element title, Place place) {
        boolean isAtom = Vocabulary.of(title.namespace()).equals(Vocabulary.ATOM);
        return (isAtom ? AtomText.line(title, place) : Wording.guessed(title, place)).words();
    }

    private static String id(Parts item) {
        String written = item.text("guid", "atom:id", "id");
        if (!written.isEmpty()) {
            return written;
        }
        return about(item).orElseGet(() -> item.text("dc:identifier"));
    }

    private static Optional<String> about(Parts item) {
        return item.element().attributes().entrySet().stream()
                .filter(attribute ->
                        attribute.getKey().equals("about") || attribute.getKey().endsWith("}about"))
                .map(attribute -> attribute.getValue().strip())
                .filter(about -> !about.isEmpty())
                .findFirst();
    }

    /** The page of the whole feed. */
    private static Optional<URI> home(Parts channel) {
        return link(channel).or(() -> about(channel).flatMap(Reference::absolute));
    }

    private static Optional<URI> link(Parts parts) {
        return parts.all("link")
                .filter(link -> link.attribute("rel")
                        .map(rel -> rel.strip().equalsIgnoreCase("alternate"))
                        .orElse(true))
                .flatMap(link -> address(link, parts.place()).stream())
                .findFirst()
                .or(() -> Links.page(parts, "atom:link"));
    }

    /** The text of a link, or the attribute that some put it into. */
    private static Optional<URI> address(Element link, Place place) {
        String text = link.text().isBlank()
                ? link.attribute("href").or(() -> link.attribute("resource")).orElse("")
                : link.text();
        return Reference.of(Wording.decoded(text), place.within(link).base());
    }

    /** What it was before a service counted its readers; its page; a GUID that is an address; what it carries. */
    private static Optional<URI> address(Parts item) {
        return Reference.absolute(item.text("feedburner:origlink"))
                .or(() -> link(item))
                .or(() -> permalink(item))
                .or(() -> about(item).flatMap(Reference::absolute))
                .or(() -> item.all("enclosure")
                        .flatMap(enclosure -> enclosure.attribute("url").stream())
                        .flatMap(url -> Reference.of(url, item.place().base()).stream())
                        .findFirst());
    }

    private static Optional<URI> permalink(Parts item) {
        return item.first("guid", "atom:id", "id")
                .filter(guid -> !Parts.attribute(guid, "ispermalink").orElse("").equalsIgnoreCase("false"))
                .flatMap(guid -> {
                    boolean isRelative =
                            Parts.attribute(guid, "ispermalink").orElse("").equalsIgnoreCase("true")
                                    || guid.text().strip().startsWith("/");
                    return isRelative
                            ? Reference.of(guid.text(), item.place().base())
                            : Reference.absolute(guid.text());
                });
    }

    private String credit(Parts item) {
        String source = item.first("source", "dc:source")
                .map(found -> Wording.guessed(found, item.place()).words())
                .filter(words -> Reference.absolute(words).isEmpty())
                .orElse("");
        return source.equals(title) ? "" : source;
    }
}
