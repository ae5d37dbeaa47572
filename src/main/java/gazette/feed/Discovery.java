package gazette.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The feeds that a web page names. Touches no network and runs no script; never throws for what the page says. */
public final class Discovery {
    /** Octets of a page that are read: the links are at its top. */
    private static final int MOST_OCTETS = 2_000_000;

    private static final int MOST_FOUND = 20;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)");
    private static final Pattern FEED = Pattern.compile("(?i)application/(rss|atom|rdf|feed|json)(\\+xml|\\+json)?");
    private static final Pattern XML = Pattern.compile("(?i)(application|text)/xml");
    private static final Pattern LIKELY = Pattern.compile(
            "(?i)(^|[/._=-])(rss[0-9]*|atom|feeds?|flux|rdf)([/._?&=-]|$)|[./](rss|atom|rdf)$|(feed|rss|atom|index)\\.(xml|json)$");
    private static final Pattern COMMENTS =
            Pattern.compile("(?i)(^|[^\\p{L}])(comments?|commentaires?|replies|réponses)([^\\p{L}]|$)");

    private Discovery() {}

    /**
     * A feed that a page names.
     *
     * @param title in plain words; empty when the page gives none
     * @param type as the page writes it, in lower case; empty when it was found by its address alone
     */
    public record Found(URI address, String title, String type) {}

    /**
     * The feeds of the page, at most 20: the main one first, in the order of the page, those of comments last. Links that
     * say what they are ({@code rel="alternate"}) make those that only look like it superfluous.
     *
     * @param contentType what the server says the page is
     * @param address of the page: what relative links are relative to, unless the page says otherwise
     */
    public static List<Found> feeds(byte[] octets, Optional<String> contentType, URI address) {
        Document page = parse(octets, contentType, address);
        List<Found> named = found(page.select("link[href~=\\S]").stream().filter(Discovery::isFeed));
        return named.isEmpty() ? found(page.select("a[href]").stream().filter(Discovery::looksLikeFeed)) : named;
    }

    private static Document parse(byte[] octets, Optional<String> contentType, URI address) {
        byte[] top = Arrays.copyOf(octets, Math.min(octets.length, MOST_OCTETS));
        Optional<String> charset = contentType.flatMap(Discovery::charset);
        try {
            return Jsoup.parse(new ByteArrayInputStream(top), charset.orElse(null), address.toString());
        } catch (IOException unreadable) {
            return Document.createShell(address.toString());
        }
    }

    private static Optional<String> charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1))
                    ? Optional.of(matcher.group(1))
                    : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException noCharset) {
            return Optional.empty();
        }
    }

    private static List<Found> found(Stream<Element> links) {
        Map<URI, Found> found = new LinkedHashMap<>();
        links.limit(MOST_FOUND * 50L)
                .flatMap(link -> found(link).stream())
                .forEach(feed -> found.putIfAbsent(feed.address(), feed));
        return found.values().stream()
                .sorted(Comparator.comparing(Discovery::isOfComments))
                .limit(MOST_FOUND)
                .collect(Collectors.toList());
    }

    private static Optional<Found> found(Element link) {
        String title = link.hasAttr("title") ? link.attr("title") : link.text();
        return absolute(link)
                .map(address -> new Found(address, shortened(title.strip().replaceAll("\\s+", " ")), type(link)));
    }

    private static Optional<URI> absolute(Element link) {
        String href = link.attr("href")
                .strip()
                .replaceFirst("(?i)^feed:(?=https?:)", "")
                .replaceFirst("(?i)^feed:", "http:");
        link.attr("href", href);
        try {
            URI address = new URI(link.absUrl("href").replace(" ", "%20").replaceFirst("#.*$", ""));
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            return scheme.equals("http") || scheme.equals("https") ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static String shortened(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
    }

    private static boolean isFeed(Element link) {
        List<String> rel =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        String type = type(link);
        boolean isAlternate = rel.contains("alternate") && !rel.contains("stylesheet");
        boolean isOfKind = FEED.matcher(type).matches()
                || (XML.matcher(type).matches()
                        && LIKELY.matcher(link.attr("href")).find());
        return (isAlternate && isOfKind && !isJsonOfAnotherKind(type, link)) || rel.contains("feed");
    }

    /** {@code application/json} is also what programming interfaces of sites go by. */
    private static boolean isJsonOfAnotherKind(String type, Element link) {
        String href = link.attr("href").toLowerCase(Locale.ROOT);
        return type.equals("application/json") && (href.contains("wp-json") || href.contains("oembed"));
    }

    private static boolean looksLikeFeed(Element link) {
        String href = link.attr("href").replaceFirst("#.*$", "");
        return LIKELY.matcher(href.replaceFirst("^[a-zA-Z]+://[^/]*", "")).find();
    }

    private static String type(Element link) {
        return link.attr("type").replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isOfComments(Found feed) {
        return COMMENTS.matcher(feed.title()).find()
                || COMMENTS.matcher(feed.address().getPath()).find();
    }
}
