package gazette.studio;

import gazette.sink.CaughtMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Where a message leads: each address once. Nothing is asked of the web. */
final class MessageLinks {
    /** More than any newsletter has; the rest is in its source. */
    private static final int MOST = 300;

    /** In characters, of an address and of the words on it. */
    private static final int LONGEST = 2000;

    /** Of a part, in characters: what a browser shows of it in a frame. */
    private static final int MOST_HTML = 1 << 20;

    private static final Pattern IN_TEXT = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"]{1,2000}");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,20}):.*", Pattern.DOTALL);

    /**
     * An address.
     *
     * @param address as it is written, without blanks at its ends
     * @param words what stands on the link; the first of them when several lead there
     * @param times how often it stands in the part
     * @param leaves whether the header List-Unsubscribe says it as well
     */
    record Link(String address, String words, int times, boolean leaves) {
        /** Before the first colon, in lower case; empty when there is none. */
        String scheme() {
            Matcher scheme = SCHEME.matcher(address);
            return scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
        }

        /** Whether a browser opens it as a page, and nothing else happens. */
        boolean isPage() {
            return scheme().equals("http") || scheme().equals("https");
        }
    }

    private final String unsubscribe;

    private MessageLinks(CaughtMessage message) {
        this.unsubscribe = message.headers().stream()
                .filter(line -> line.name().equalsIgnoreCase("List-Unsubscribe"))
                .map(line -> line.value())
                .collect(Collectors.joining(" "));
    }

    /** Those of the HTML part, in their order. */
    static List<Link> inHtml(CaughtMessage message) {
        return new MessageLinks(message).html(message.html());
    }

    /** Those of the plain-text part, in their order. */
    static List<Link> inText(CaughtMessage message) {
        return new MessageLinks(message).text(message.text());
    }

    private List<Link> html(String html) {
        Map<String, Link> links = new LinkedHashMap<>();
        Jsoup.parse(html.substring(0, Math.min(html.length(), MOST_HTML)))
                .select("a[href], area[href]")
                .forEach(each -> add(links, each.attr("href").strip(), words(each)));
        return new ArrayList<>(links.values());
    }

    private List<Link> text(String text) {
        Map<String, Link> links = new LinkedHashMap<>();
        IN_TEXT.matcher(text)
                .results()
                .forEach(found -> add(links, found.group().replaceAll("[.,;:!?)\\]»]+$", ""), ""));
        return new ArrayList<>(links.values());
    }

    private void add(Map<String, Link> links, String written, String words) {
        String address = cut(written);
        Link before = links.get(address);
        if (before != null) {
            links.put(address, new Link(address, before.words, before.times + 1, before.leaves));
        } else if (links.size() < MOST) {
            boolean leaves = !address.isEmpty() && unsubscribe.contains("<" + address + ">");
            links.put(address, new Link(address, cut(words), 1, leaves));
        }
    }

    /** What a reader sees or hears of it. */
    private static String words(Element link) {
        String words = link.text().strip();
        if (!words.isEmpty()) {
            return words;
        }
        String said = link.select("img[alt]").eachAttr("alt").stream()
                .collect(Collectors.joining(" "))
                .strip();
        return said.isEmpty() ? link.attr("aria-label") + link.attr("alt") : said;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}
