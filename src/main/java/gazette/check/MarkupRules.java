package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** HTML that mail programs keep as it is. */
final class MarkupRules implements Rule {
    private static final Sentence HOLE = Sentence.named("html-dropped-element.hole", "readers see a hole");

    private static final Map<String, Sentence> DROPPED = Map.of(
            "form",
            Sentence.named("html-dropped-element.form", "readers type into it and nothing is sent"),
            "iframe",
            HOLE,
            "video",
            Sentence.named("html-dropped-element.video", "most readers see a hole"),
            "audio",
            Sentence.named("html-dropped-element.audio", "most readers hear nothing"),
            "object",
            HOLE,
            "embed",
            HOLE);

    private static final Pattern POSITION =
            Pattern.compile("(?i)(?:^|[;\\s])position\\s*:\\s*(?:absolute|fixed|relative|sticky)");
    private static final Pattern NEGATIVE = Pattern.compile("(?i)margin[a-z-]*\\s*:[^;]*(?<![\\w])-\\d");
    private static final Pattern IMPORTANT = Pattern.compile("(?i)!\\s*important");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html().ifPresent(part -> {
            for (Element element : part.document().getAllElements()) {
                element(specimen, element).ifPresent(findings::add);
                handler(specimen, element).ifPresent(findings::add);
                style(specimen, element, findings);
            }
            sheets(specimen, part, findings);
            closing(specimen, part, findings);
        });
        return findings;
    }

    private static Optional<Finding> element(Specimen specimen, Element element) {
        String name = element.normalName();
        if (name.equals("script")) {
            return Optional.of(specimen.atHtml(
                    element,
                    "",
                    Level.ERROR,
                    "html-script",
                    Sentence.of("mail programs drop scripts, and filters refuse messages that have any"),
                    Sentence.of("take it out")));
        }
        if (name.equals("link") && element.attr("rel").toLowerCase(Locale.ROOT).contains("stylesheet")) {
            return Optional.of(specimen.atHtml(
                    element,
                    "",
                    Level.WARN,
                    "html-outside-styles",
                    Sentence.of("mail programs fetch no style sheets: the message looks as if it had none"),
                    Sentence.of("put the styles into style.css and print css(…)")));
        }
        return Optional.ofNullable(DROPPED.get(name))
                .map(loss -> specimen.atHtml(
                        element,
                        "",
                        Level.WARN,
                        "html-dropped-element",
                        Sentence.of("<{0}> is dropped by most mail programs: {1}", name, loss),
                        Sentence.of("show a picture that links to a page with it")));
    }

    private static Optional<Finding> handler(Specimen specimen, Element element) {
        return element.attributes().asList().stream()
                .map(Attribute::getKey)
                .filter(name -> name.matches("(?i)on[a-z]{3,}"))
                .findFirst()
                .map(name -> specimen.atHtml(
                        element,
                        "",
                        Level.WARN,
                        "html-event-handler",
                        Sentence.of(
                                "{0}=\"…\" is a script: mail programs drop it, and filters count it against you", name),
                        Sentence.of("take it out")));
    }

    private static void style(Specimen specimen, Element element, List<Finding> findings) {
        String style = element.attr("style");
        if (POSITION.matcher(style).find()) {
            findings.add(specimen.atHtml(
                    element,
                    "",
                    Level.WARN,
                    "css-position",
                    Sentence.of("Gmail and Outlook drop position, and what it moves lies elsewhere"),
                    Sentence.of("lay it out with a table")));
        }
        if (NEGATIVE.matcher(style).find()) {
            findings.add(specimen.atHtml(
                    element,
                    "",
                    Level.WARN,
                    "css-negative-margin",
                    Sentence.of(
                            "Gmail and Outlook drop negative margins: what they pull together lies apart, or over other words"),
                    Sentence.of("lay it out with a table")));
        }
        if (IMPORTANT.matcher(style).find()) {
            findings.add(specimen.atHtml(
                    element,
                    "",
                    Level.INFO,
                    "css-important-inline",
                    Sentence.of(
                            "!important in a style attribute keeps the dark styles from changing it, and Orange drops it"),
                    Sentence.of("take !important out")));
        }
    }

    private static void sheets(Specimen specimen, HtmlPart part, List<Finding> findings) {
        for (Element sheet : part.document().select("style")) {
            if (StyleText.nests(sheet.data())) {
                findings.add(specimen.atHtml(
                        sheet,
                        "",
                        Level.WARN,
                        "css-nested-at-rule",
                        Sentence.of("an @-rule stands inside another: Gmail and Yahoo drop the whole block"),
                        Sentence.of("write the two one after the other")));
            }
            if (StyleText.isUnbalanced(sheet.data())) {
                findings.add(specimen.atHtml(
                        sheet,
                        "",
                        Level.WARN,
                        "css-unbalanced",
                        Sentence.of("a brace is not closed: what follows it in the block is lost"),
                        Sentence.of("close it in style.css")));
            }
        }
    }

    private static void closing(Specimen specimen, HtmlPart part, List<Finding> findings) {
        Tags.unclosed(part.source())
                .ifPresent(tag -> findings.add(specimen.atHtml(
                        part.line(tag.offset()),
                        "",
                        Level.WARN,
                        "html-unclosed",
                        Sentence.of("<{0}> {1}: what follows may lie in the wrong place", tag.name(), tag.trouble()),
                        Sentence.of("close each element in the order in which they were opened"))));
    }
}
