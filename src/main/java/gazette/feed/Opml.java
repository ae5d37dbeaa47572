package gazette.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of feeds as programs exchange it: OPML 1.0 or 2.0.
 *
 * @param title of the list; empty when it has none
 * @param feeds each once, in the order of the list
 * @param problems what could not be taken from it, as sentences; the rest was
 */
public record Opml(String title, List<Feed> feeds, List<String> problems) {
    /** More are not taken from one list. */
    private static final int MOST = 10_000;

    private static final int LONGEST_TITLE = 500;

    public Opml {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }

    /**
     * One feed of a list.
     *
     * @param title in plain words; empty when the list gives none
     * @param home the web page that it belongs to
     * @param category the outlines that it lies in, from outside in, joined with {@code /}; empty for none
     */
    public record Feed(String title, URI address, Optional<URI> home, String category) {}

    /** Reads a list; what is not one has no feeds and a problem. Never throws for what it says; touches no network. */
    public static Opml read(byte[] octets) {
        Scan scan = Scan.of(octets, Optional.empty());
        Optional<Element> root = scan.root().filter(element -> element.name().equalsIgnoreCase("opml"));
        if (root.isEmpty()) {
            String why = scan.refusal().isEmpty()
                    ? "this is no OPML: its first element is <"
                            + scan.root().map(Element::name).orElse("") + ">, not <opml>; export the list again"
                    : scan.refusal();
            return new Opml("", List.of(), List.of(why));
        }
        Taking taking = new Taking();
        named(root.get(), "body").forEach(body -> taking.take(body, ""));
        String title = named(root.get(), "head")
                .flatMap(head -> named(head, "title"))
                .map(element -> tidy(element.text()))
                .findFirst()
                .orElse("");
        return new Opml(title, List.copyOf(taking.feeds.values()), taking.problems);
    }

    private static Stream<Element> named(Element in, String name) {
        return in.children().filter(child -> child.name().equalsIgnoreCase(name));
    }

    private static String tidy(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\u00a0]+", " ").strip();
        return line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE - 1) + "…" : line;
    }

    /** Goes through the outlines, deepest ones in their place. */
    private static final class Taking {
        private final Map<URI, Feed> feeds = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        void take(Element in, String category) {
            named(in, "outline").forEach(outline -> {
                String title = first(outline, "title", "text", "name");
                Optional<String> address =
                        attribute(outline, "xmlurl", "url").filter(url -> !isOtherKind(outline, url));
                address.ifPresent(url -> add(title, url, outline, category));
                String inside = address.isPresent() || title.isEmpty()
                        ? category
                        : category.isEmpty() ? title : category + "/" + title;
                take(outline, inside);
            });
        }

        /** Links and lists in other files also have a {@code url}; only an {@code xmlUrl} is a feed in any case. */
        private static boolean isOtherKind(Element outline, String url) {
            String type = attribute(outline, "type").orElse("").toLowerCase(Locale.ROOT);
            boolean isNamed = attribute(outline, "xmlurl").filter(url::equals).isPresent();
            return !isNamed && (type.equals("link") || type.equals("include"));
        }

        private void add(String title, String written, Element outline, String category) {
            Optional<URI> address = address(written);
            if (address.isEmpty()) {
                problem("'" + tidy(written) + "' of «" + title + "» is no web address: left out");
            } else if (feeds.size() >= MOST) {
                problem("more than " + MOST + " feeds: the rest is left out; take the list in parts");
            } else {
                feeds.putIfAbsent(
                        address.get(),
                        new Feed(
                                title,
                                address.get(),
                                attribute(outline, "htmlurl").flatMap(Opml::address),
                                category));
            }
        }

        private void problem(String what) {
            if (problems.size() < 100 && !problems.contains(what)) {
                problems.add(what);
            }
        }
    }

    private static String first(Element outline, String... names) {
        return Stream.of(names)
                .flatMap(name -> attribute(outline, name).map(Opml::tidy).stream())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The first attribute of these names, whatever their case, that says something. */
    private static Optional<String> attribute(Element element, String... names) {
        return Stream.of(names)
                .flatMap(name -> element.attributes().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<URI> address(String written) {
        String plain = written.strip()
                .replaceFirst("(?i)^feed:(?=https?:)", "")
                .replaceFirst("(?i)^feed:(?=//)", "http:")
                .replace(" ", "%20");
        try {
            URI address = new URI(plain);
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean isWeb = (scheme.equals("http") || scheme.equals("https")) && address.getRawAuthority() != null;
            return isWeb ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** The list as OPML 2.0 in UTF-8, which {@link #read} takes back as it is; problems stay out. */
    public String text() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>"
                + escaped(title)
                + "</title>\n  </head>\n  <body>\n"
                + runs().stream().map(Opml::outlines).collect(Collectors.joining())
                + "  </body>\n</opml>\n";
    }

    /** Feeds of one category that follow each other: so the order stays. */
    private List<List<Feed>> runs() {
        List<List<Feed>> runs = new ArrayList<>();
        String category = "";
        for (Feed feed : feeds) {
            if (runs.isEmpty() || !category.equals(feed.category())) {
                runs.add(new ArrayList<>());
                category = feed.category();
            }
            runs.get(runs.size() - 1).add(feed);
        }
        return runs;
    }

    private static String outlines(List<Feed> run) {
        String feeds = run.stream().map(Opml::outline).collect(Collectors.joining());
        String category = run.get(0).category();
        return category.isEmpty()
                ? feeds
                : "    <outline text=\"" + escaped(category) + "\">\n" + feeds + "    </outline>\n";
    }

    private static String outline(Feed feed) {
        return "      <outline type=\"rss\" text=\"" + escaped(feed.title()) + "\" title=\"" + escaped(feed.title())
                + "\" xmlUrl=\"" + escaped(feed.address().toString()) + "\""
                + feed.home()
                        .map(home -> " htmlUrl=\"" + escaped(home.toString()) + "\"")
                        .orElse("") + "/>\n";
    }

    private static String escaped(String text) {
        return text.replaceAll("[^\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
