package gazette.studio;

import gazette.check.CheckWords;
import gazette.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Deals what rules found out to pages, the worst first and what one rule found together, so that none is long to load.
 *
 * @param most in octets, of what one page says of findings
 */
record FindingSheets(CheckWords words, Locale language, int most) {
    /** Of a page of their own. */
    static final int WHOLE = 17_000;

    /** Of a part of a page. */
    static final int PART = 7_000;

    /** Around what a finding says: its place, a link to it, and markup. */
    private static final int AROUND = 220;

    /** At least one sheet, and on each of them but that at least one finding. */
    List<List<Finding>> of(List<Finding> findings) {
        List<List<Finding>> sheets = new ArrayList<>();
        List<Finding> sheet = new ArrayList<>();
        int weight = 0;
        for (Finding finding : together(findings)) {
            int own = weight(finding);
            if (weight + own > most && !sheet.isEmpty()) {
                sheets.add(List.copyOf(sheet));
                sheet.clear();
                weight = 0;
            }
            sheet.add(finding);
            weight += own;
        }
        sheets.add(List.copyOf(sheet));
        return List.copyOf(sheets);
    }

    private static List<Finding> together(List<Finding> findings) {
        Map<String, List<Finding>> byRule = Finding.sorted(findings).stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.level() + finding.rule(), LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream().flatMap(List::stream).toList();
    }

    private int weight(Finding finding) {
        return AROUND
                + octets(words.line(finding.what(), language))
                + octets(words.line(finding.remedy(), language))
                + octets(String.join("", finding.personas()));
    }

    private static int octets(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }
}
