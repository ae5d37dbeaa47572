package gazette.cli;

import gazette.check.ClientVerdict;
import gazette.check.Contrast;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import gazette.check.Sentence;
import gazette.proof.Checked;
import gazette.proof.CheckedMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a check found, for programs: the answer to {@code --json}. */
final class CheckDocument {
    private CheckDocument() {}

    static Map<String, Object> of(CheckReport report) {
        List<Finding> findings = report.findings();
        Map<String, Object> document = new LinkedHashMap<>();
        for (Level level : List.of(Level.ERROR, Level.WARN, Level.INFO)) {
            document.put(level.name().toLowerCase(Locale.ROOT), CheckReport.count(findings, level));
        }
        document.put("messages", report.messages());
        document.put(
                "findings",
                report.checked().stream()
                        .flatMap(each -> each.findings().stream().map(finding -> document(each, finding)))
                        .toList());
        document.put(
                "looked",
                report.checked().stream()
                        .flatMap(each -> each.messages().stream().map(looked -> document(each, looked)))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(Checked checked, Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("level", finding.level().name());
        document.put("rule", finding.rule());
        document.put("of", checked.key());
        document.put("place", finding.place().english());
        finding.template().ifPresent(spot -> document.put("template", document(spot)));
        finding.article().ifPresent(spot -> document.put("article", document(spot)));
        document.put("what", finding.what().english());
        document.put("remedy", finding.remedy().english());
        document.put("personas", finding.personas());
        return document;
    }

    private static Map<String, Object> document(Spot spot) {
        return Map.of("name", spot.name(), "line", spot.line());
    }

    private static Map<String, Object> document(Checked checked, CheckedMessages looked) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("of", checked.key());
        document.put("title", looked.title().english());
        document.put("messages", looked.messages());
        document.put("unsent", looked.unsent().stream().map(Sentence::english).toList());
        document.put(
                "clients",
                looked.clients().stream().map(CheckDocument::document).toList());
        document.put(
                "contrasts",
                looked.contrasts().stream().map(CheckDocument::document).toList());
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
        document.put("ratio", Double.valueOf(CheckReport.oneDigit(contrast.ratio())));
        document.put("least", contrast.least());
        document.put("ink", contrast.ink().toString());
        document.put("ground", contrast.ground().toString());
        document.put("text", contrast.words());
        return document;
    }
}
