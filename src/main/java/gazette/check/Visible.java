package gazette.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What of an HTML tree is seen. */
final class Visible {
    private static final Pattern HIDING = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Set<String> NEVER = Set.of("style", "script", "head", "title", "template", "noscript");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
            "u");

    private Visible() {}

    /** The words below {@code element}: each block on a line of its own, no-break spaces kept, other blanks joined. */
    static String text(Element element) {
        StringBuilder words = new StringBuilder();
        walk(element, words);
        return words.toString()
                .replaceAll("[ \\t\\r\\f]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }

    private static void walk(Node node, StringBuilder words) {
        if (node instanceof TextNode text) {
            words.append(text.getWholeText().replace('\n', ' '));
        } else if (node instanceof Element element && !hides(element)) {
            boolean inline = isInline(element);
            words.append(inline ? "" : "\n");
            element.childNodes().forEach(child -> walk(child, words));
            words.append(inline ? "" : "\n");
        }
    }

    /** Whether it stands within a line. */
    static boolean isInline(Element element) {
        return INLINE.contains(name(element));
    }

    /** All elements of a tree that nobody sees, for themselves or for what they are in. */
    static Set<Element> hidden(Document document) {
        Set<Element> hidden = new HashSet<>();
        for (Element element : document.getAllElements()) { // parents come first
            Element parent = element.parent();
            if ((parent != null && hidden.contains(parent)) || hides(element)) {
                hidden.add(element);
            }
        }
        return Set.copyOf(hidden);
    }

    private static boolean hides(Element element) {
        return NEVER.contains(name(element))
                || element.hasAttr("hidden")
                || HIDING.matcher(element.attr("style")).find();
    }

    private static String name(Element element) {
        return element.normalName().toLowerCase(Locale.ROOT);
    }
}
