package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jsoup.nodes.Element;

/** What is cut or dropped for being too long: said once, for the reader who has most. */
final class SizeRules {
    /** In octets as encoded: past this Gmail hides the rest, the link to leave by with it. */
    static final int CLIPPED = 102_400;

    /** In octets: from here on a long reader's name or one more article may be too much. */
    static final int NEARLY = 80 * 1024;

    /** In octets: phones ask before they load more, and gateways refuse more than a few times that. */
    static final int HEAVY = 5 * 1024 * 1024;

    /** In characters: Gmail drops a style block that ends past this. */
    static final int STYLES = 8_192;

    private final OptionalInt largest;

    SizeRules(OptionalInt largest) {
        this.largest = largest;
    }

    List<Finding> of(List<Specimen> specimens) {
        List<Finding> findings = new ArrayList<>();
        specimens.stream()
                .filter(specimen -> specimen.html().isPresent())
                .max(Comparator.comparing(SizeRules::html))
                .ifPresent(worst -> {
                    html(worst, findings);
                    styles(worst, findings);
                });
        specimens.stream().max(Comparator.comparing(Specimen::octets)).ifPresent(worst -> whole(worst, findings));
        return findings;
    }

    private static int html(Specimen specimen) {
        return specimen.html().map(HtmlPart::octets).orElse(0);
    }

    private void html(Specimen worst, List<Finding> findings) {
        int octets = Math.max(largest.orElse(0), html(worst));
        Sentence size = octets > html(worst)
                ? Sentence.named(
                        "html-size.longest",
                        "it has {0} as encoded for the reader with the longest fields",
                        new Term.Size(octets))
                : Sentence.named("html-size.usual", "it has {0} as encoded", new Term.Size(octets));
        if (octets > CLIPPED) {
            findings.add(
                    worst.atHtml(
                            0,
                            "",
                            Level.ERROR,
                            "html-clipped",
                            Sentence.of(
                                    "{0}: Gmail cuts it at {1}, and the link to leave by is lost",
                                    size, new Term.Size(CLIPPED)),
                            Sentence.of(
                                    "print fewer articles, or fewer of them whole: articles.max and articles.whole in gazette.yaml")));
        } else if (octets > NEARLY) {
            findings.add(
                    worst.atHtml(
                            0,
                            "",
                            Level.WARN,
                            "html-nearly-clipped",
                            Sentence.of("{0}; Gmail cuts at {1}", size, new Term.Size(CLIPPED)),
                            Sentence.of(
                                    "print fewer articles whole (articles.whole in gazette.yaml), or use a template with less markup")));
        }
    }

    private static void whole(Specimen worst, List<Finding> findings) {
        if (worst.octets() > HEAVY) {
            findings.add(worst.finding(
                    Level.WARN,
                    "message-heavy",
                    Place.MESSAGE,
                    Sentence.of(
                            "it has {0} with its pictures: slow on phones, and some servers refuse it",
                            new Term.Size(worst.octets())),
                    Sentence.of("leave pictures on the web: pictures: link in gazette.yaml")));
        }
    }

    private static void styles(Specimen worst, List<Finding> findings) {
        int characters = worst.html().orElseThrow().document().select("style").stream()
                .map(Element::data)
                .mapToInt(String::length)
                .sum();
        if (characters > STYLES) {
            findings.add(worst.atHtml(
                    0,
                    "",
                    Level.WARN,
                    "style-too-long",
                    Sentence.of(
                            "the style blocks have {0} characters, more than {1}: Gmail drops what is past that",
                            characters, STYLES),
                    Sentence.of("shorten style.css, and put what counts first")));
        }
    }
}
