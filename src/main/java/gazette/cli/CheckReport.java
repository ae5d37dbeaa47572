package gazette.cli;

import gazette.check.Client;
import gazette.check.ClientVerdict;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import gazette.proof.Checked;
import gazette.proof.CheckedMessages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check found, for people; {@link CheckDocument} has it for programs.
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
    static String oneDigit(double ratio) {
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

    /** How many were looked at. */
    int messages() {
        return checked.stream()
                .flatMap(each -> each.messages().stream())
                .mapToInt(CheckedMessages::messages)
                .sum();
    }

    static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
