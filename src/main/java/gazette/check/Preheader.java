package gazette.check;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What an inbox shows of a message behind its subject. */
final class Preheader {
    /** Longer than any inbox shows. */
    private static final int ENOUGH = 200;

    private Preheader() {}

    /** The first block with words in it, hidden or not; what fills the rest of the line is no word. */
    static String of(HtmlPart part) {
        return first(part).map(element -> clean(element.wholeText())).orElse("");
    }

    /** The element of the preheader: the first in the body that has words of its own. */
    static Optional<Element> first(HtmlPart part) {
        return part.document().body().getAllElements().stream()
                .filter(element -> !element.normalName().matches("style|script|title"))
                .filter(element -> !clean(ownWords(element)).isEmpty())
                .findFirst();
    }

    static String of(String text) {
        return clean(text.length() > ENOUGH ? text.substring(0, ENOUGH) : text);
    }

    private static String ownWords(Element element) {
        StringBuilder words = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                words.append(text.getWholeText());
            }
        }
        return words.toString();
    }

    private static String clean(String words) {
        return words.replaceAll("[\\u034F\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]", "")
                .replaceAll("[\\s\\u00A0\\u2007\\u202F]+", " ")
                .strip();
    }
}
