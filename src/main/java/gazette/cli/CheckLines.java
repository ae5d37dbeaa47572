package gazette.cli;

import gazette.check.CheckWords;
import gazette.check.Client;
import gazette.check.ClientVerdict;
import gazette.check.Contrast;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import gazette.check.Sentence;
import gazette.check.Term;
import gazette.proof.Checked;
import gazette.proof.CheckedMessages;
import gazette.render.Typography;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a check found, on lines for people, in their language. */
final class CheckLines {
    /** What the line of clients says in a word; shown one by one to who wants all. */
    private static final String OF_CLIENTS = "client-";

    private static final Sentence CLIENTS = Sentence.named("check.clients", "clients");
    private static final Sentence CONTRAST = Sentence.named("check.contrast", "contrast");

    private final Screen screen;
    private final CheckWords words;
    private final Locale language;

    CheckLines(Screen screen, CheckWords words, Locale language) {
        this.screen = screen;
        this.words = words;
        this.language = language;
    }

    /** @param all whether what mail programs do without is listed one by one */
    List<String> of(CheckReport report, boolean all) {
        List<String> lines = new ArrayList<>();
        for (Checked each : report.checked()) {
            lines.add(screen.strong(each.title()));
            each.messages().forEach(looked -> lines.add("  " + told(looked.title())));
            each.findings().stream()
                    .filter(finding -> all || !isInSummary(finding))
                    .forEach(finding -> lines.addAll(lines(finding)));
            each.messages().forEach(looked -> lines.addAll(summary(looked)));
        }
        lines.add(total(report, all));
        return lines;
    }

    /** Old terminals draw a box for a narrow space. */
    private String told(Sentence sentence) {
        return Typography.withoutNarrowSpaces(words.line(sentence, language));
    }

    private static boolean isInSummary(Finding finding) {
        return finding.level() == Level.INFO && finding.rule().startsWith(OF_CLIENTS);
    }

    private List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        Sentence found = Sentence.named("check.finding", "{0}: {1}", finding.place(), finding.what());
        lines.add("  " + mark(finding.level()) + " " + told(found));
        String where = Stream.of(finding.template(), finding.article())
                .flatMap(Optional::stream)
                .map(Spot::label)
                .map(this::told)
                .collect(Collectors.joining(" · "));
        if (!where.isEmpty()) {
            lines.add("      " + told(Sentence.named("check.at", "at {0}", where)));
        }
        lines.add("      " + told(finding.remedy()) + "   [" + finding.rule() + "]");
        return lines;
    }

    private String mark(Level level) {
        return switch (level) {
            case ERROR -> screen.bad("✘");
            case WARN -> screen.strong("!");
            case INFO -> "·";
        };
    }

    private List<String> summary(CheckedMessages looked) {
        List<String> lines = new ArrayList<>();
        looked.unsent()
                .forEach(reader ->
                        lines.add("  " + told(Sentence.named("check.no-message", "no message for the {0}", reader))));
        if (!looked.clients().isEmpty()) {
            String measured =
                    told(Sentence.named("check.measured", "(caniemail {0})", new Term.Day(looked.measured())));
            lines.add(row(CLIENTS, looked.clients().stream().map(CheckLines::words)) + "   " + measured);
        }
        if (!looked.contrasts().isEmpty()) {
            lines.add(row(CONTRAST, looked.contrasts().stream().map(CheckLines::words)));
        }
        return lines;
    }

    private String row(Sentence name, Stream<Sentence> cells) {
        int width = Math.max(told(CLIENTS).length(), told(CONTRAST).length()) + 2;
        String head = told(name);
        return "  " + head + " ".repeat(width - head.length())
                + cells.map(this::told).collect(Collectors.joining(" · "));
    }

    private static Sentence words(Contrast lowest) {
        return Sentence.named(
                "check.lowest",
                "{0} {1}",
                lowest.appearance().sentence(),
                new BigDecimal(CheckReport.oneDigit(lowest.ratio())));
    }

    private static Sentence words(ClientVerdict verdict) {
        String client = verdict.client().label();
        Sentence tested = verdict.untested() == 0
                ? Sentence.NOTHING
                : Sentence.named("check.tested", " ({0} % tested)", verdict.tested());
        return switch (verdict.state()) {
            case OK -> Sentence.named("check.shows", "{0} ✔", client);
            case REFINEMENTS_DROPPED ->
                Sentence.named(
                        "check.shows-less",
                        "{0} ✔ less {1}{2}",
                        client,
                        verdict.refinements().size(),
                        tested);
            case BREAKS ->
                Sentence.named(
                        "check.lacks",
                        "{0} ! lacks {1}{2}",
                        client,
                        new Term.Said(String.join(", ", verdict.lacking())),
                        tested);
            case UNTESTED -> Sentence.named("check.untested", "{0} ? untested{1}", client, tested);
        };
    }

    private String total(CheckReport report, boolean all) {
        List<Finding> findings = report.findings();
        String found = findings.isEmpty()
                ? screen.tick() + " " + told(Sentence.named("check.nothing", "nothing found"))
                : told(found(findings, all ? 0 : summed(findings)));
        return found + "   " + told(looked(report));
    }

    private static long summed(List<Finding> findings) {
        return findings.stream().filter(CheckLines::isInSummary).count();
    }

    private static Sentence found(List<Finding> findings, long summed) {
        return Sentence.named(
                "check.found",
                "{0?# error|# errors}, {1?# warning|# warnings}, {2?# note|# notes}{3}",
                CheckReport.count(findings, Level.ERROR),
                CheckReport.count(findings, Level.WARN),
                CheckReport.count(findings, Level.INFO),
                summed == 0
                        ? Sentence.NOTHING
                        : Sentence.named("check.summed", ", {0} of them on what mail programs do without: -v", summed));
    }

    private static Sentence looked(CheckReport report) {
        Sentence messages = Sentence.named(
                "check.messages",
                "{0?# message|# messages} for {1?# client|# clients}",
                report.messages(),
                Client.values().length);
        return report.sources() == 0
                ? Sentence.named("check.looked", "(looked at {0})", messages)
                : Sentence.named(
                        "check.looked-wide",
                        "(looked at {0}, {1?# source|# sources}, {2?# newsletter|# newsletters})",
                        messages,
                        report.sources(),
                        report.checked().size());
    }
}
