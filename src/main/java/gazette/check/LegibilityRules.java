package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Text that people can read without pain. */
final class LegibilityRules implements Rule {
    /** In pixels. */
    private static final double SMALLEST = 14;

    /** What browsers begin with, in pixels. */
    private static final double USUAL = 16;

    private static final Pattern SIZE =
            Pattern.compile("(?i)(?:^|[;\\s])font(?:-size)?\\s*:[^;]*?(?<![\\w.-])([\\d.]+)(px|pt|rem|em|%)");

    private static final Pattern JUSTIFIED = Pattern.compile("(?i)text-align\\s*:\\s*justify");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html().ifPresent(part -> {
            justified(specimen, part, findings);
            small(specimen, part, findings);
        });
        return findings;
    }

    private static void justified(Specimen specimen, HtmlPart part, List<Finding> findings) {
        part.document().getAllElements().stream()
                .filter(element -> JUSTIFIED
                                .matcher(element.attr("style") + element.data())
                                .find()
                        || element.attr("align").equalsIgnoreCase("justify"))
                .findFirst()
                .ifPresent(element -> findings.add(specimen.atHtml(
                        element,
                        "",
                        Level.WARN,
                        "text-justified",
                        Sentence.of("justified text has gaps between its words, worst on phones"),
                        Sentence.of("align text to the side that it begins at"))));
    }

    private static void small(Specimen specimen, HtmlPart part, List<Finding> findings) {
        for (Element element : part.document().body().getAllElements()) {
            double size = size(element);
            if (size < SMALLEST && saysSomething(element) && !part.isHidden(element)) {
                findings.add(specimen.atHtml(
                        element,
                        element.ownText(),
                        Level.WARN,
                        "text-small",
                        Sentence.of(
                                "{0} is {1} pixels high: too small for many eyes",
                                Quote.of(element.ownText()), Math.round(size)),
                        Sentence.of("make it {0} pixels or more; {1} for running text", (int) SMALLEST, (int) USUAL)));
            }
        }
    }

    private static boolean saysSomething(Element element) {
        return element.ownText().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** In pixels, from what is written in the element and around it. */
    private static double size(Element element) {
        double around = element.parent() == null ? USUAL : size(element.parent());
        return own(element.attr("style"), around).orElse(around);
    }

    private static OptionalDouble own(String style, double around) {
        Matcher size = SIZE.matcher(style);
        OptionalDouble last = OptionalDouble.empty();
        while (size.find()) {
            last = OptionalDouble.of(pixels(size.group(1), size.group(2), around));
        }
        return last;
    }

    private static double pixels(String figure, String unit, double around) {
        double number = figure.matches("\\d*\\.?\\d+") ? Double.parseDouble(figure) : USUAL;
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "pt" -> number * 4 / 3;
            case "rem" -> number * USUAL;
            case "em" -> number * around;
            case "%" -> number / 100 * around;
            default -> number;
        };
    }
}
