package gazette.check;

import gazette.check.Finding.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The printer's rules of a language, as readers see them; one finding for each kind of slip and each article. */
final class TypographyRules implements Rule {
    /** Addresses, mailboxes, times and names of accounts keep their signs. */
    private static final Pattern NO_PROSE =
            Pattern.compile("(?i)(?:https?://|www\\.)\\S+|\\S+@\\S+|[@#]\\w+|\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b");

    private static final Set<String> CODE = Set.of("code", "pre", "kbd", "samp", "tt");

    /** A stretch of prose, and the language that it says it is in. */
    private record Stretch(String words, Locale language, Optional<Element> element) {}

    /** What is the same in one article. */
    private record Heap(Slip slip, String article) {}

    @Override
    public List<Finding> of(Specimen specimen) {
        Map<Heap, List<Finding>> heaps = new LinkedHashMap<>();
        for (Stretch stretch : stretches(specimen)) {
            String prose = NO_PROSE.matcher(stretch.words()).replaceAll("");
            Slip.ALL.stream()
                    .filter(slip -> slip.isOf(stretch.language()))
                    .forEach(slip -> slips(specimen, stretch, slip, prose, heaps));
        }
        List<Finding> findings = new ArrayList<>();
        heaps.forEach((heap, all) -> findings.add(told(all)));
        return findings;
    }

    private static void slips(
            Specimen specimen, Stretch stretch, Slip slip, String prose, Map<Heap, List<Finding>> heaps) {
        Matcher matcher = slip.pattern().matcher(prose);
        while (matcher.find()) {
            Sentence what = told(slip.what(), Quote.of(matcher.group()), 1);
            Finding finding = stretch.element()
                    .map(at -> specimen.atHtml(at, stretch.words(), slip.level(), slip.rule(), what, slip.remedy()))
                    .orElseGet(
                            () -> specimen.atText(0, stretch.words(), slip.level(), slip.rule(), what, slip.remedy()));
            String article = finding.article().map(Spot::name).orElse("");
            heaps.computeIfAbsent(new Heap(slip, article), each -> new ArrayList<>())
                    .add(finding);
        }
    }

    private static Sentence told(Term what, Term example, int times) {
        return Sentence.named("typography.what", "{0}: {1}{2}", what, example, Term.Repeats.times(times));
    }

    private static Finding told(List<Finding> all) {
        Finding first = all.get(0);
        List<Term> terms = first.what().terms();
        return new Finding(
                first.level(),
                first.rule(),
                first.place(),
                first.template(),
                first.article(),
                told(terms.get(0), terms.get(1), all.size()),
                first.remedy(),
                first.personas());
    }

    private static List<Stretch> stretches(Specimen specimen) {
        return specimen.html()
                .map(TypographyRules::inHtml)
                .orElseGet(() -> isInOneLanguage(specimen) ? inText(specimen) : List.of());
    }

    /** Plain text does not say which of its words are in another language. */
    private static boolean isInOneLanguage(Specimen specimen) {
        String language = specimen.language().getLanguage();
        return specimen.making().stream()
                .flatMap(making -> making.edition().articles().stream())
                .allMatch(article -> article.language().getLanguage().equals(language));
    }

    private static List<Stretch> inText(Specimen specimen) {
        List<Stretch> stretches = new ArrayList<>();
        for (String paragraph : specimen.text().split("\n\\s*\n")) {
            if (!paragraph.startsWith("    ")) {
                stretches.add(new Stretch(paragraph.replace('\n', ' '), specimen.language(), Optional.empty()));
            }
        }
        return stretches;
    }

    private static List<Stretch> inHtml(HtmlPart part) {
        return part.document().body().getAllElements().stream()
                .filter(element -> holdsProse(element) && !part.isHidden(element))
                .map(element -> new Stretch(Visible.text(element), language(element), Optional.of(element)))
                .toList();
    }

    /** The outermost element that holds words and no block, and is not set as code. */
    private static boolean holdsProse(Element element) {
        return !Visible.isInline(element)
                && element.childNodes().stream()
                        .anyMatch(child -> child instanceof TextNode text
                                ? !text.isBlank()
                                : child instanceof Element inner && Visible.isInline(inner))
                && element.parents().stream().noneMatch(TypographyRules::isCode)
                && element.getAllElements().stream().noneMatch(TypographyRules::isCode);
    }

    private static boolean isCode(Element element) {
        return CODE.contains(element.normalName())
                || element.attr("style").toLowerCase(Locale.ROOT).contains("monospace");
    }

    private static Locale language(Element element) {
        Element said = element.closest("[lang]");
        return said == null ? Locale.ROOT : Locale.forLanguageTag(said.attr("lang"));
    }
}
