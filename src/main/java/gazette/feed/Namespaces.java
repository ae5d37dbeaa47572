package gazette.feed;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The namespaces that feeds use: by their prefixes, and by the spellings of their addresses that occur. */
final class Namespaces {
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String ATOM_03 = "http://purl.org/atom/ns#";
    static final String RSS_1 = "http://purl.org/rss/1.0/";
    static final String RSS_09 = "http://my.netscape.com/rdf/simple/0.9/";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** What is made of a prefix that is declared nowhere and known to nobody, before the prefix. */
    private static final String UNKNOWN = "urn:undeclared:";

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("xml", XML),
            Map.entry("atom", ATOM),
            Map.entry("atom10", ATOM),
            Map.entry("a10", ATOM),
            Map.entry("atom03", ATOM_03),
            Map.entry("rss", RSS_1),
            Map.entry("rss09", RSS_09),
            Map.entry("rdf", RDF),
            Map.entry("xhtml", XHTML),
            Map.entry("html", XHTML),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("admin", "http://webns.net/mvcb/"),
            Map.entry("cc", "http://web.resource.org/cc/"),
            Map.entry("creativecommons", "http://backend.userland.com/creativeCommonsRssModule"),
            Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("googleplay", "http://www.google.com/schemas/play-podcasts/1.0"),
            Map.entry("podcast", "https://podcastindex.org/namespace/1.0"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("thr", "http://purl.org/syndication/thread/1.0"),
            Map.entry("app", "http://www.w3.org/2007/app"),
            Map.entry("georss", "http://www.georss.org/georss"),
            Map.entry("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
            Map.entry("gml", "http://www.opengis.net/gml"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("opensearch", "http://a9.com/-/spec/opensearch/1.1/"),
            Map.entry("openSearch", "http://a9.com/-/spec/opensearch/1.1/"),
            Map.entry("prism", "http://prismstandard.org/namespaces/basic/2.0/"),
            Map.entry("psc", "http://podlove.org/simple-chapters"),
            Map.entry("svg", "http://www.w3.org/2000/svg"),
            Map.entry("xlink", "http://www.w3.org/1999/xlink"));

    private static final Map<String, String> BY_SPELLING =
            BY_PREFIX.values().stream().distinct().collect(Collectors.toMap(Namespaces::plain, uri -> uri));

    private static final Map<String, String> SAME = Map.of(
            "//www.w3.org/2005/atom#", ATOM,
            "//purl.org/atom/ns", ATOM_03,
            "//purl.org/rss/1.0/modules/content/encoded", "http://purl.org/rss/1.0/modules/content/",
            "//purl.org/dc/elements/1.0", "http://purl.org/dc/elements/1.1/",
            "//channel.netscape.com/rdf/simple/0.9", RSS_09,
            "//www.itunes.com/dtds/podcast", "http://www.itunes.com/dtds/podcast-1.0.dtd",
            "//www.w3.org/tr/rec-rdf-syntax", RDF);

    private Namespaces() {}

    /** What a prefix that is declared nowhere stands for: what it stands for in other feeds, else a name made up. */
    static String undeclared(String prefix) {
        String usual = BY_PREFIX.get(prefix);
        return usual != null ? usual : BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), UNKNOWN + prefix);
    }

    /** The usual spelling of a namespace of feeds: {@code https}, a missing slash and capitals are forgiven. Others stay. */
    static String usual(String uri) {
        String plain = plain(uri);
        String usual = BY_SPELLING.get(plain);
        return usual != null ? usual : SAME.getOrDefault(plain, uri);
    }

    /** The name of an attribute in an {@link Element}. */
    static String attribute(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace.equals(XML) ? "xml:" + name : "{" + namespace + "}" + name;
    }

    private static String plain(String uri) {
        String lower = uri.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?:", "");
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
