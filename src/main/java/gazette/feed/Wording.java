package gazette.feed;

import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.Paragraph;
import gazette.markup.Markup;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/**
 * Words of a feed, HTML or plain.
 *
 * @param base what links in HTML are relative to
 */
record Wording(String text, boolean isHtml, URI base) {
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]{0,20})(\\s[^<>]*)?/?>|<!--");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");

    /** Nobody closes these. */
    private static final Set<String> ALONE = Set.of("br", "hr", "img", "p", "wbr", "li");

    private static final Set<String> KNOWN =
            Set.of(("a abbr acronym address article aside audio b bdi bdo big blockquote"
                            + " br caption center cite code dd del details dfn div dl dt em embed figcaption figure font footer form"
                            + " h1 h2 h3 h4 h5 h6 header hr html body i iframe img ins kbd li link main mark nav noscript nobr"
                            + " object ol p param picture pre q s samp script section small source span strike strong style sub"
                            + " summary sup table tbody td tfoot th thead time tr tt u ul var video wbr")
                    .split(" "));

    /** Plain words, with no markup whatever they look like. */
    static Wording plain(String text, URI base) {
        return new Wording(text, false, base);
    }

    /** HTML. */
    static Wording html(String html, URI base) {
        return new Wording(html, true, base);
    }

    /**
     * Words of a format that does not say whether they are HTML: they are when they hold an element that is closed, or
     * that nobody closes; else only their character references count.
     */
    static Wording guessed(Element element, Place around) {
        Place place = around.within(element);
        if (element.children().findAny().isPresent()) {
            return html(Html.inside(element, place), place.base());
        }
        return guessed(element.text(), place.base());
    }

    static Wording guessed(String written, URI base) {
        String text = unwrapped(written);
        return isMarkup(text) ? html(text, base) : plain(decoded(text), base);
    }

    /** Without the CDATA brackets of feeds that escape them. */
    private static String unwrapped(String text) {
        String bare = text.strip();
        return bare.startsWith("<![CDATA[") && bare.endsWith("]]>") ? bare.substring(9, bare.length() - 3) : text;
    }

    /** With character references for what they stand for, where they end with a semicolon. */
    static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
    }

    /** Whether {@code text} is HTML, and not words about it or an inequality. */
    static boolean isMarkup(String text) {
        Set<String> opened = new HashSet<>();

        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (tag.group(2) == null) {
                return true;
            }
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            boolean hasAttributes = tag.group(3) != null && tag.group(3).indexOf('=') > 0;
            if (!KNOWN.contains(name)) {
                continue;
            }
            if (ALONE.contains(name) || hasAttributes || (!tag.group(1).isEmpty() && opened.contains(name))) {
                return true;
            }
            if (tag.group(1).isEmpty()) {
                opened.add(name);
            }
        }
        return false;
    }

    /** On one line. */
    String words() {
        return isHtml ? Markup.words(text) : Blanks.tidy(text);
    }

    List<Block> blocks() {
        return isHtml ? Markup.blocks(text, base) : paragraphs().toList();
    }

    /** Plain text has a paragraph wherever a line is left empty. */
    private Stream<Block> paragraphs() {
        return EMPTY_LINE
                .splitAsStream(text)
                .map(Blanks::tidy)
                .filter(line -> !line.isEmpty())
                .map(Paragraph::new);
    }

    boolean isEmpty() {
        return Blanks.isBlank(text);
    }

    @Override
    public String toString() {
        return Stream.of(isHtml ? "HTML" : "plain", text).collect(Collectors.joining(": "));
    }
}
