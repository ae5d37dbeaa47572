package gazette.studio;

import gazette.check.Finding;
import gazette.check.Finding.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What rules found, for a template: the errors, the warnings, then what is good to know, each with the title of its rule
 * and what that means for readers.
 *
 * @param labels what personas are called on the page, by what findings call them
 * @param spots where each was written, as far as there is a page for it
 */
record FindingGroups(
        CheckWords words,
        Locale language,
        UnaryOperator<String> labels,
        Function<Finding, List<Map<String, Object>>> spots) {
    private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARN, Level.INFO);

    /** Of a message that nobody knows the making of. */
    FindingGroups(CheckWords words, Locale language) {
        this(words, language, UnaryOperator.identity(), finding -> List.of());
    }

    List<Map<String, Object>> of(List<Finding> findings) {
        return LEVELS.stream().map(level -> group(level, findings)).toList();
    }

    private Map<String, Object> group(Level level, List<Finding> findings) {
        List<Map<String, Object>> rows = findings.stream()
                .filter(finding -> finding.level() == level)
                .map(this::row)
                .toList();
        return Map.of("level", level.name().toLowerCase(Locale.ROOT), "rows", rows);
    }

    private Map<String, Object> row(Finding finding) {
        CheckWords.Rule rule = words.of(finding.rule(), language);
        Map<String, Object> row = new HashMap<>();
        row.put("rule", finding.rule());
        row.put("title", rule.title());
        row.put("meaning", rule.meaning());
        row.put("what", finding.what());
        row.put("remedy", finding.remedy());
        row.put("place", finding.place());
        row.put("spots", spots.apply(finding));
        row.put("personas", finding.personas().stream().map(labels).toList());
        return row;
    }
}
