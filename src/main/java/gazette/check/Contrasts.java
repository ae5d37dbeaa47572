package gazette.check;

import gazette.check.Look.Dye;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Measures every text of an HTML part, pictures' alt texts among them, in one appearance. One walk over one message. */
final class Contrasts {
    /** What holds a place and is no word: no-break spaces, joiners and the like, as preheaders are filled with. */
    private static final Pattern FILLING =
            Pattern.compile("[\\s\\u00A0\\u034F\\u200B-\\u200F\\u202F\\u2060\\uFEFF\\u00AD]+");

    private static final int LONG_ENOUGH = 40;

    /** One measured text, and where its colours are from. */
    record Measured(Contrast contrast, Element element, Dye ink, Dye ground) {}

    private final Looks looks;
    private final Appearance appearance;
    private final List<Measured> found = new ArrayList<>();

    private Contrasts(Looks looks, Appearance appearance) {
        this.looks = looks;
        this.appearance = appearance;
    }

    static List<Measured> of(StyledHtml html, Looks looks, Appearance appearance) {
        Contrasts walk = new Contrasts(looks, appearance);
        walk.visit(html.document(), looks.canvas());
        return List.copyOf(walk.found);
    }

    private void visit(Element element, Look around) {
        Look look = looks.of(element, around);
        if (look.isHidden()) {
            return;
        }
        if (element.normalName().equals("img")) {
            measure(element, element.attr("alt"), look);
        }
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                measure(element, text.getWholeText(), look);
            } else if (node instanceof Element child) {
                visit(child, look);
            }
        }
    }

    private void measure(Element element, String words, Look look) {
        String plain = FILLING.matcher(words).replaceAll(" ").strip();
        if (!plain.isEmpty()) {
            Contrast contrast = new Contrast(
                    appearance,
                    shortened(plain),
                    look.ink(),
                    look.ground(),
                    look.ink().contrast(look.ground()),
                    look.isLarge());
            found.add(new Measured(contrast, element, look.from(), look.below()));
        }
    }

    private static String shortened(String words) {
        if (words.codePointCount(0, words.length()) <= LONG_ENOUGH) {
            return words;
        }
        String start = words.substring(0, words.offsetByCodePoints(0, LONG_ENOUGH));
        int blank = start.lastIndexOf(' ');
        return start.substring(0, blank > 0 ? blank : start.length()) + "…";
    }
}
