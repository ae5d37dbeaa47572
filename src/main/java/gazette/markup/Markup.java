package gazette.markup;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Prose;
import gazette.article.Span.Look;
import gazette.article.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * HTML as sources write it, made into blocks of an allow list. Scripts, styles, forms and handlers come to nothing; a
 * film or a player is a link to it. Never throws, whatever it is given; takes time in proportion to the text. Safe to use
 * from many threads.
 *
 * <p>Nothing readable is lost, but beyond {@value #LONGEST} characters or {@value #MOST_TAGS} tags of HTML,
 * {@value #DEEPEST} elements one inside the other and 10,000 blocks.
 */
public final class Markup {
    /** In characters. A feed of 10 MB is the largest that is fetched; no article comes near. */
    private static final int LONGEST = 4_000_000;

    /** A book has fewer; a hundred thousand tags that never close take the parser seconds. */
    private static final int MOST_TAGS = 50_000;

    /** In elements, one inside the other; browsers stop at 512. */
    private static final int DEEPEST = 256;

    private static final URI NOWHERE = URI.create("");

    private Markup() {}

    /**
     * The blocks of an HTML fragment or page body, in reading order; empty when it says nothing.
     *
     * @param base what relative links and pictures are relative to, unless a {@code base} element says otherwise; without
     *     a scheme, relative links lose the link and relative pictures are left out
     */
    public static List<Block> blocks(String html, URI base) {
        Element body = parse(html);
        return new Walk(baseIn(body, base), element -> false).read(body);
    }

    /** The words of an HTML fragment on one line, entities decoded, blanks tidied; of pictures only the captions. */
    public static String words(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return line(html);
        }
        Element body = parse(html);
        return line(new Walk(NOWHERE, Players::isOne)
                .read(body).stream()
                        .map(block -> block instanceof Figure figure ? figure.caption() : block.text())
                        .collect(Collectors.joining(" ")));
    }

    /** Plain text on one line, blanks tidied, without characters that nobody sees. */
    static String line(String text) {
        RunningText line = new RunningText();
        line.add(Characters.clean(text), Look.PLAIN, Optional.empty());
        return line.take().map(Prose::text).orElse("");
    }

    private static Element parse(String html) {
        int end = end(html);
        Element body = new Element("body");
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        body.appendChildren(parser.parseFragmentInput(html.substring(0, end), body, ""));
        return body;
    }

    /** Where reading ends: at the limit of characters or of tags. */
    private static int end(String html) {
        int end = Math.min(LONGEST, html.length());
        int tag = html.indexOf('<');
        for (int tags = 0; tag >= 0 && tag < end; tags++) {
            if (tags == MOST_TAGS) {
                return tag;
            }
            tag = html.indexOf('<', tag + 1);
        }
        return end;
    }

    private static URI baseIn(Element body, URI base) {
        Element told = body.selectFirst("base[href]");
        return told == null
                ? base
                : WebAddress.resolve(base, told.attr("href"))
                        .filter(Links::isWeb)
                        .orElse(base);
    }
}
