package gazette.studio;

import gazette.check.CheckWords;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What rules found, for a template: the errors, the warnings, then what is good to know; in each, a rule with its title,
 * what that means for readers, and its cases. What all cases of a rule have in common is said once.
 *
 * @param labels what personas are called on the page, by what findings call them
 * @param spots where each was written, as far as there is a page for it
 */
record FindingGroups(
        CheckWords words,
        Locale language,
        UnaryOperator<String> labels,
        Function<Finding, List<Map<String, Object>>> spots) {
    /** In an address: which page of the findings, from 1. */
    static final String PAGE = "page";

    private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARN, Level.INFO);
    private static final List<String> SHARED = List.of("remedy", "personas");

    /** Of a message that nobody knows the making of. */
    FindingGroups(CheckWords words, Locale language) {
        this(words, language, UnaryOperator.identity(), finding -> List.of());
    }

    /**
     * The page of them that {@code here} asks for, the last one when it has fewer, with links to those beside it.
     *
     * @param most as {@link FindingSheets} has it
     */
    Map<String, Object> page(List<Finding> findings, Address here, int most) {
        List<List<Finding>> sheets = new FindingSheets(words, language, most).of(findings);
        String said = here.parameters().getOrDefault(PAGE, "");
        int page = Math.min(said.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(said) : 1, sheets.size());
        Map<Level, Long> counts =
                findings.stream().collect(Collectors.groupingBy(Finding::level, Collectors.counting()));
        return Map.of(
                "groups",
                of(sheets.get(page - 1), counts),
                "before",
                page > 1 ? here.with(PAGE, String.valueOf(page - 1)).toString() : "",
                "after",
                page < sheets.size() ? here.with(PAGE, String.valueOf(page + 1)).toString() : "");
    }

    private List<Map<String, Object>> of(List<Finding> shown, Map<Level, Long> counts) {
        return LEVELS.stream()
                .map(level -> Map.of(
                        "level", level.name().toLowerCase(Locale.ROOT),
                        "count", counts.getOrDefault(level, 0L),
                        "rules", rules(level, shown)))
                .toList();
    }

    private List<Map<String, Object>> rules(Level level, List<Finding> shown) {
        Map<String, List<Finding>> byRule = shown.stream()
                .filter(finding -> finding.level() == level)
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .map(rule -> rule(rule.getKey(), rule.getValue()))
                .toList();
    }

    private Map<String, Object> rule(String name, List<Finding> findings) {
        CheckWords.Rule rule = words.of(name, language);
        List<Map<String, Object>> cases = findings.stream().map(this::oneCase).collect(Collectors.toList());
        Map<String, Object> model = new HashMap<>();
        model.put("rule", name);
        model.put("title", rule.title());
        model.put("meaning", rule.meaning());
        SHARED.forEach(shared -> model.put(shared, inCommon(cases, shared)));
        model.put("cases", cases);
        return model;
    }

    /** What all cases say alike, taken out of them. */
    private static Object inCommon(List<Map<String, Object>> cases, String name) {
        Object first = cases.get(0).getOrDefault(name, List.of());
        boolean isAlike = IntStream.range(1, cases.size())
                .allMatch(i -> first.equals(cases.get(i).get(name)));
        if (!isAlike) {
            return List.of();
        }
        cases.forEach(each -> each.put(name, List.of()));
        return first;
    }

    private Map<String, Object> oneCase(Finding finding) {
        Map<String, Object> model = new HashMap<>();
        model.put("what", Paragraph.of(words.runs(finding.what(), language), language));
        model.put("remedy", Paragraph.of(words.runs(finding.remedy(), language), language));
        model.put("place", words.line(finding.place(), language));
        model.put("spots", spots.apply(finding));
        model.put("personas", finding.personas().stream().map(labels).toList());
        return model;
    }
}
