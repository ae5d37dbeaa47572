package gazette.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The vocabularies that feeds are written in, told by their namespaces as people really write them. */
final class Vocabulary {
    static final String RSS = "rss";
    static final String ATOM = "atom";
    static final String RDF = "rdf";

    /** What nobody here knows. */
    private static final String OTHER = "?";

    private static final Pattern AROUND = Pattern.compile("^\\s*(?:https?://)?(?:www\\.)?|[/#\\s]+$");

    /** By namespace, without scheme, {@code www.}, slash or hash at the end; in small letters. */
    private static final Map<String, String> EXACT = exact();

    private Vocabulary() {}

    private static Map<String, String> exact() {
        Map<String, String> names = new HashMap<>();
        name(names, RSS, "", "purl.org/rss/1.0", "purl.org/net/rss1.1", "example.com/newformat");
        name(names, RSS, "my.netscape.com/publish/formats/rss-0.91.dtd", "example.org/rss");
        name(names, RDF, "w3.org/1999/02/22-rdf-syntax-ns", "w3.org/tr/rdf-syntax", "w3.org/tr/wd-rdf-syntax");
        name(names, "content", "purl.org/rss/1.0/modules/content");
        name(names, "dc", "purl.org/rss/1.0/modules/dc");
        name(names, "dcterms", "purl.org/dc/terms", "purl.org/rss/1.0/modules/dcterms", "dublincore.org/dcterms");
        name(names, "media", "search.yahoo.com/mrss", "video.search.yahoo.com/mrss", "tools.search.yahoo.com/mrss");
        name(names, "feedburner", "rssnamespace.org/feedburner/ext/1.0", "feedburner.com/feedburner/ext/1.0");
        name(names, "xhtml", "w3.org/1999/xhtml", "w3.org/tr/xhtml1", "w3.org/2002/06/xhtml2");
        return Map.copyOf(names);
    }

    private static void name(Map<String, String> names, String vocabulary, String... namespaces) {
        for (String namespace : namespaces) {
            names.put(namespace, vocabulary);
        }
    }

    /** The usual prefix of the vocabulary that {@code namespace} stands for. */
    static String of(String namespace) {
        String bare = AROUND.matcher(namespace).replaceAll("").toLowerCase(Locale.ROOT);
        String exact = EXACT.get(bare);
        return exact != null ? exact : byBeginning(bare);
    }

    /** Those of which there are many editions, drafts and misspellings. */
    private static String byBeginning(String bare) {
        if (bare.startsWith("purl.org/atom/ns") || bare.startsWith("w3.org/2005/atom")) {
            return ATOM;
        }
        if (bare.startsWith("purl.org/dc/elements") || bare.startsWith("purl.org/metadata/dublin_core")) {
            return "dc";
        }
        if (bare.contains("podcast") && bare.contains("dtds")) {
            return "itunes";
        }
        boolean rss = bare.matches("backend\\.userland\\.com(?:/rss.*)?")
                || bare.startsWith("blogs.law.harvard.edu/tech/rss")
                || bare.startsWith("cyber.law.harvard.edu/rss")
                || bare.startsWith("rssboard.org/")
                || bare.contains("netscape.com/rdf/simple/0.9")
                || bare.startsWith("purl.org/rss/2");
        return rss ? RSS : OTHER;
    }

    /**
     * The name that {@code element} goes by in a feed: {@code title}, {@code dc:creator}; always in small letters.
     *
     * @param core the namespace or the vocabulary that needs no prefix there
     */
    static String name(Element element, String core) {
        String local = element.name().toLowerCase(Locale.ROOT);
        String namespace = element.namespace();
        if (namespace.isEmpty() || namespace.equals(core)) {
            return local;
        }
        String vocabulary = of(namespace);
        return vocabulary.equals(core) ? local : vocabulary + ":" + local;
    }
}
