package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** How a screen reader finds its way: headings, and tables that are none. */
final class StructureRules implements Rule {
    @Override
    public List<Finding> of(Specimen specimen) {
        return specimen.html().stream()
                .flatMap(part -> Stream.of(headings(specimen, part), tables(specimen, part)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> headings(Specimen specimen, HtmlPart part) {
        List<Element> all = part.document().select("h1, h2, h3, h4, h5, h6").stream()
                .filter(heading -> !part.isHidden(heading))
                .toList();
        if (all.isEmpty()) {
            return List.of(specimen.atHtml(
                    0,
                    "",
                    Level.ERROR,
                    "headings-missing",
                    Sentence.of("there is no heading: who listens cannot go from article to article"),
                    Sentence.of("write the newsletter's name as <h1> and each article's title as <h2>")));
        }
        List<Finding> findings = new ArrayList<>(first(specimen, all));
        findings.addAll(steps(specimen, all));
        all.stream()
                .filter(heading -> Names.seen(heading).isEmpty())
                .forEach(heading -> findings.add(specimen.atHtml(
                        heading,
                        "",
                        Level.WARN,
                        "heading-empty",
                        Sentence.of("a heading has no words: screen readers stop at nothing"),
                        Sentence.of("give it words, or take it out"))));
        return findings;
    }

    private static List<Finding> first(Specimen specimen, List<Element> all) {
        List<Element> firsts =
                all.stream().filter(heading -> level(heading) == 1).toList();
        if (firsts.isEmpty()) {
            return List.of(specimen.atHtml(
                    all.get(0),
                    "",
                    Level.WARN,
                    "h1-missing",
                    Sentence.of("no <h1> says what the whole is"),
                    Sentence.of("write the newsletter's name as <h1>")));
        }
        return firsts.size() == 1
                ? List.of()
                : List.of(specimen.atHtml(
                        firsts.get(1),
                        "",
                        Level.WARN,
                        "h1-many",
                        Sentence.of("there are {0} <h1>: none of them is the whole", firsts.size()),
                        Sentence.of("keep the newsletter's name as <h1>, and make the others <h2>")));
    }

    private static List<Finding> steps(Specimen specimen, List<Element> all) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            int before = level(all.get(i - 1));
            int now = level(all.get(i));
            if (now > before + 1) {
                findings.add(specimen.atHtml(
                        all.get(i),
                        Names.seen(all.get(i)),
                        Level.WARN,
                        "heading-jump",
                        Sentence.of(
                                "{0} is h{1} below h{2}: who listens looks for what is left out",
                                Quote.of(Names.seen(all.get(i))), now, before),
                        Sentence.of("make it h{0}", (before + 1))));
            }
        }
        return findings;
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    private static List<Finding> tables(Specimen specimen, HtmlPart part) {
        return part.document().select("table").stream()
                .filter(table -> !table.attr("role").matches("presentation|none"))
                .filter(table -> table.select("th, caption").isEmpty())
                .map(table -> specimen.atHtml(
                        table,
                        "",
                        Level.WARN,
                        "table-role-missing",
                        Sentence.of("a table for the layout is read out as one of figures, row by row"),
                        Sentence.of("write <table role=\"presentation\">")))
                .toList();
    }
}
