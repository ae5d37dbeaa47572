package gazette.markup;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What the elements of HTML are to a text. */
final class Tags {
    /** What an element does besides parting its words from those around it. */
    enum Role {
        NONE,
        BREAK,
        PICTURE,
        HEADING,
        TERM,
        CAPTION,
        FIGURE,
        ROW,
        CELL,
        PREFORMATTED,
        QUOTATION,
        BULLETS,
        NUMBERS,
        ITEM,
        QUOTE
    }

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("br", Role.BREAK),
            Map.entry("img", Role.PICTURE),
            Map.entry("amp-img", Role.PICTURE),
            Map.entry("h1", Role.HEADING),
            Map.entry("h2", Role.HEADING),
            Map.entry("h3", Role.HEADING),
            Map.entry("h4", Role.HEADING),
            Map.entry("h5", Role.HEADING),
            Map.entry("h6", Role.HEADING),
            Map.entry("dt", Role.TERM),
            Map.entry("figcaption", Role.CAPTION),
            Map.entry("figure", Role.FIGURE),
            Map.entry("tr", Role.ROW),
            Map.entry("td", Role.CELL),
            Map.entry("th", Role.CELL),
            Map.entry("pre", Role.PREFORMATTED),
            Map.entry("listing", Role.PREFORMATTED),
            Map.entry("xmp", Role.PREFORMATTED),
            Map.entry("blockquote", Role.QUOTATION),
            Map.entry("ul", Role.BULLETS),
            Map.entry("menu", Role.BULLETS),
            Map.entry("dir", Role.BULLETS),
            Map.entry("ol", Role.NUMBERS),
            Map.entry("li", Role.ITEM),
            Map.entry("q", Role.QUOTE));

    /** Elements whose words stand apart from those around them. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "listing",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "plaintext",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "xmp");

    /** Elements of which nothing is read, whatever is in them. */
    private static final Set<String> DROPPED = Set.of(
            "applet",
            "area",
            "base",
            "button",
            "canvas",
            "datalist",
            "embed",
            "form",
            "frame",
            "frameset",
            "head",
            "input",
            "link",
            "map",
            "math",
            "meta",
            "noembed",
            "noframes",
            "object",
            "optgroup",
            "option",
            "param",
            "progress",
            "meter",
            "script",
            "select",
            "source",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "track");

    private Tags() {}

    static boolean isDropped(Element element) {
        return DROPPED.contains(element.normalName())
                || (element.normalName().equals("dialog") && !element.hasAttr("open"));
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName()) || role(element) == Role.CAPTION || isAuthorOfQuotation(element);
    }

    /** WordPress and Blogger have names of their own for figures and captions, from before HTML had them. */
    static Role role(Element element) {
        if (element.hasClass("wp-caption") || element.hasClass("tr-caption-container")) {
            return Role.FIGURE;
        }
        if (element.hasClass("wp-caption-text") || element.hasClass("tr-caption")) {
            return Role.CAPTION;
        }
        return ROLES.getOrDefault(element.normalName(), Role.NONE);
    }

    /** A {@code cite} after the words of a quotation, not one inside them. */
    private static boolean isAuthorOfQuotation(Element element) {
        Element parent = element.parent();
        if (!element.normalName().equals("cite")
                || parent == null
                || !parent.normalName().equals("blockquote")) {
            return false;
        }
        Node after = element.nextSibling();
        while (after instanceof TextNode text && text.isBlank()) {
            after = after.nextSibling();
        }
        return after == null || (after instanceof Element next && BLOCKS.contains(next.normalName()));
    }

    /** A picture that stands for a character. */
    static boolean isEmoji(Element img) {
        return (img.hasClass("emoji") || img.hasClass("wp-smiley"))
                && !img.attr("alt").isEmpty();
    }

    /** The number of the first item, 1 where none is told. */
    static int first(Element list) {
        try {
            return Integer.parseInt(list.attr("start").strip());
        } catch (NumberFormatException notTold) {
            return 1;
        }
    }

    /**
     * Whether the numbers of an {@code ol} must be words, because {@link gazette.article.ItemList} cannot say them: it
     * begins elsewhere than at 1, or is cut by pictures or preformatted lines.
     */
    static boolean writesNumbers(Element list) {
        return first(list) != 1 || list.selectFirst("img, pre, iframe, video, audio") != null;
    }
}
