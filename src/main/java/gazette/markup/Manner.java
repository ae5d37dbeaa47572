package gazette.markup;

import gazette.article.Span.Look;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** How words look and where they lead, at one place in a tree: code before strong before emphasis. */
final class Manner {
    private static final String DIGITS = "0123456789+-";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋";

    private final Links links;
    private final Map<Look, Integer> open = new EnumMap<>(Look.class);
    private final Deque<Optional<URI>> opened = new ArrayDeque<>();
    private int raised;
    private int lowered;

    Manner(Links links) {
        this.links = links;
    }

    void enter(Element element) {
        count(element, 1);
        if (element.normalName().equals("a")) {
            opened.push(links.to(element.attr("href")));
        }
    }

    void leave(Element element) {
        count(element, -1);
        if (element.normalName().equals("a")) {
            opened.pop();
        }
    }

    private void count(Element element, int by) {
        Styles.look(element).ifPresent(look -> open.merge(look, by, Integer::sum));
        raised += element.normalName().equals("sup") ? by : 0;
        lowered += element.normalName().equals("sub") ? by : 0;
    }

    Look look() {
        if (open.getOrDefault(Look.CODE, 0) > 0) {
            return Look.CODE;
        }
        if (open.getOrDefault(Look.STRONG, 0) > 0) {
            return Look.STRONG;
        }
        return open.getOrDefault(Look.EMPHASIS, 0) > 0 ? Look.EMPHASIS : Look.PLAIN;
    }

    Optional<URI> link() {
        return opened.isEmpty() ? Optional.empty() : opened.getFirst();
    }

    /** Numbers above and below the line as characters of their own, since 10<sup>6</sup> is not 106. */
    String spelled(String words) {
        if (raised + lowered == 0 || !words.strip().matches("[0-9+-]{1,4}")) {
            return words;
        }
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            int digit = DIGITS.indexOf(words.charAt(i));
            spelled.append(digit < 0 ? words.charAt(i) : (raised > 0 ? RAISED : LOWERED).charAt(digit));
        }
        return spelled.toString();
    }
}
