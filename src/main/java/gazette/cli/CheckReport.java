package gazette.cli;

import gazette.check.Client;
import gazette.check.ClientVerdict;
import gazette.check.Contrast;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check found, for people and for programs.
 *
 * @param sources how many were looked at
 */
record CheckReport(List<Checked> checked, int sources) {
    /** What the line of clients says in a word; shown one by one to who wants all. */
    private static final String OF_CLIENTS = "client-";

    CheckReport {
        checked = List.copyOf(checked);
    }

    /** All findings, those of one newsletter after those of another. */
    List<Finding> findings() {
        return checked.stream().flatMap(each -> each.findings().stream()).toList();
    }

    /** @param all whether what mail programs do without is listed one by one */
    List<String> lines(Screen screen, boolean all) {
        List<String> lines = new ArrayList<>();
        for (Checked each : checked) {
            lines.add(screen.strong(each.title()));
            for (CheckedMessages looked : each.messages()) {
                lines.add("  " + looked.title());
            }
            each.findings().stream()
                    .filter(finding -> all || !isInSummary(finding))
                    .forEach(finding -> lines.addAll(lines(screen, finding)));
            each.messages().forEach(looked -> lines.addAll(summary(looked)));
        }
        lines.add(total(screen, all));
        return lines;
    }

    private static boolean isInSummary(Finding finding) {
        return finding.level() == Level.INFO && finding.rule().startsWith(OF_CLIENTS);
    }

    private static List<String> lines(Screen screen, Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + mark(screen, finding.level()) + " " + finding.place() + ": " + finding.what());
        String where = Stream.of(finding.template(), finding.article())
                .flatMap(Optional::stream)
                .map(Spot::toString)
                .collect(Collectors.joining(" · "));
        if (!where.isEmpty()) {
            lines.add("      at " + where);
        }
        lines.add("      " + finding.remedy() + "   [" + finding.rule() + "]");
        return lines;
    }

    private static String mark(Screen screen, Level level) {
        return switch (level) {
            case ERROR -> screen.bad("✘");
            case WARN -> screen.strong("!");
            case INFO -> "·";
        };
    }

    private static List<String> summary(CheckedMessages looked) {
        List<String> lines = new ArrayList<>();
        looked.unsent().forEach(reader -> lines.add("  no message for the " + reader));
        if (!looked.clients().isEmpty()) {
            lines.add("  clients   "
                    + looked.clients().stream().map(CheckReport::words).collect(Collectors.joining(" · "))
                    + "   (caniemail " + looked.measured() + ")");
        }
        if (!looked.contrasts().isEmpty()) {
            lines.add("  contrast  "
                    + looked.contrasts().stream()
                            .map(lowest -> lowest.appearance().words() + " " + oneDigit(lowest.ratio()))
                            .collect(Collectors.joining(" · ")));
        }
        return lines;
    }

    private static String words(ClientVerdict verdict) {
        String tested = verdict.untested() == 0 ? "" : " (" + verdict.tested() + " % tested)";
        return verdict.client().label()
                + switch (verdict.state()) {
                    case OK -> " ✔";
                    case REFINEMENTS_DROPPED ->
                        " ✔ less " + verdict.refinements().size() + tested;
                    case BREAKS -> " ! lacks " + String.join(", ", verdict.lacking()) + tested;
                    case UNTESTED -> " ? untested" + tested;
                };
    }

    /** Never rounded up: what does not pass must not look as if it did. */
    private static String oneDigit(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(1, RoundingMode.DOWN).toPlainString();
    }

    private String total(Screen screen, boolean all) {
        List<Finding> findings = findings();
        long summed =
                all ? 0 : findings.stream().filter(CheckReport::isInSummary).count();
        String found = findings.isEmpty()
                ? screen.tick() + " nothing found"
                : Count.of(count(findings, Level.ERROR), "error") + ", "
                        + Count.of(count(findings, Level.WARN), "warning")
                        + ", " + Count.of(count(findings, Level.INFO), "note")
                        + (summed == 0 ? "" : ", " + summed + " of them on what mail programs do without: -v");
        String looked = Count.of(messages(), "message") + " for " + Count.of(Client.values().length, "client");
        return found + "   (looked at " + looked
                + (sources == 0
                        ? ""
                        : ", " + Count.of(sources, "source") + ", " + Count.of(checked.size(), "newsletter"))
                + ")";
    }

    private int messages() {
        return checked.stream()
                .flatMap(each -> each.messages().stream())
                .mapToInt(CheckedMessages::messages)
                .sum();
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    Map<String, Object> document() {
        List<Finding> findings = findings();
        Map<String, Object> document = new LinkedHashMap<>();
        for (Level level : List.of(Level.ERROR, Level.WARN, Level.INFO)) {
            document.put(level.name().toLowerCase(Locale.ROOT), count(findings, level));
        }
        document.put("messages", messages());
        document.put(
                "findings",
                checked.stream()
                        .flatMap(each -> each.findings().stream().map(finding -> document(each, finding)))
                        .toList());
        document.put(
                "looked",
                checked.stream()
                        .flatMap(each -> each.messages().stream().map(looked -> document(each, looked)))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(Checked checked, Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("level", finding.level().name());
        document.put("rule", finding.rule());
        document.put("of", checked.key());
        document.put("place", finding.place());
        finding.template().ifPresent(spot -> document.put("template", document(spot)));
        finding.article().ifPresent(spot -> document.put("article", document(spot)));
        document.put("what", finding.what());
        document.put("remedy", finding.remedy());
        document.put("personas", finding.personas());
        return document;
    }

    private static Map<String, Object> document(Spot spot) {
        return Map.of("name", spot.name(), "line", spot.line());
    }

    private static Map<String, Object> document(Checked checked, CheckedMessages looked) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("of", checked.key());
        document.put("title", looked.title());
        document.put("messages", looked.messages());
        document.put("unsent", looked.unsent());
        document.put(
                "clients", looked.clients().stream().map(CheckReport::document).toList());
        document.put(
                "contrasts",
                looked.contrasts().stream().map(CheckReport::document).toList());
        return document;
    }

    private static Map<String, Object> document(ClientVerdict verdict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("client", verdict.client().label());
        document.put("state", verdict.state().name());
        document.put("used", verdict.used());
        document.put("untested", verdict.untested());
        document.put("lacking", verdict.lacking());
        document.put("refinements", verdict.refinements());
        document.put("partly", verdict.partly());
        return document;
    }

    private static Map<String, Object> document(Contrast contrast) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("appearance", contrast.appearance().words());
        document.put("ratio", Double.valueOf(oneDigit(contrast.ratio())));
        document.put("least", contrast.least());
        document.put("ink", contrast.ink().toString());
        document.put("ground", contrast.ground().toString());
        document.put("text", contrast.words());
        return document;
    }
}
