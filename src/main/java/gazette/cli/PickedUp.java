package gazette.cli;

import gazette.digest.Rehearsal.Outlook;
import gazette.digest.RunReport;
import gazette.pickup.PickUpReport;
import gazette.pickup.SourceOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What picking up came to, in words. */
final class PickedUp {
    private PickedUp() {}

    static String line(PickUpReport report) {
        return report.fresh() + (report.fresh() == 1 ? " article" : " articles") + " picked up, " + report.edited()
                + " edited, " + report.known() + " known";
    }

    /** The same, with what the sources of the web had to say. */
    static List<String> lines(PickUpReport report) {
        List<String> lines = new ArrayList<>(List.of(line(report)));
        long failed = report.sources().stream()
                .filter(source -> source.kind() == SourceOutcome.Kind.FAILED)
                .count();
        if (report.unchanged() + report.late() + failed > 0) {
            lines.add("  " + Count.of(report.sources().size(), "source") + ": " + report.unchanged() + " unchanged, "
                    + failed
                    + " failed, " + report.late() + " late"
                    + (failed + report.late() > 0 ? "   (gazette sources ls)" : ""));
        }
        return lines;
    }

    /** Each thing that could not be read, on standard error. */
    static void problems(Screen screen, PickUpReport report) {
        report.problems().forEach(problem -> screen.problem(problem.toString()));
    }

    /** The same, and what is wrong with the pictures of the edition. */
    static void problems(Screen screen, RunReport run) {
        problems(screen, run.pickedUp());
        run.pictures().forEach(problem -> screen.problem(problem.toString()));
    }

    /** The same of an edition that was only rehearsed. */
    static void problems(Screen screen, Outlook outlook) {
        problems(screen, outlook.pickedUp());
        outlook.pictures().forEach(problem -> screen.problem(problem.toString()));
    }

    static Map<String, Object> document(PickUpReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("fresh", report.fresh());
        document.put("edited", report.edited());
        document.put("known", report.known());
        document.put(
                "problems",
                report.problems().stream()
                        .map(p -> Map.of("place", p.place(), "what", p.what()))
                        .toList());
        document.put(
                "sources", report.sources().stream().map(PickedUp::document).toList());
        return document;
    }

    private static Map<String, Object> document(SourceOutcome outcome) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", outcome.source());
        document.put("outcome", outcome.kind().name());
        document.put("fresh", outcome.fresh());
        document.put("edited", outcome.edited());
        document.put("known", outcome.known());
        return document;
    }
}
