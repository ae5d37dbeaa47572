package gazette.cli;

import gazette.edition.Newsletter;
import gazette.subscriber.ImportReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What reading a list of subscribers came to, in words. */
final class Imports {
    private Imports() {}

    static Map<String, Object> document(ImportReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verdict", report.verdict().name());
        document.put("rows", report.rows());
        document.put("added", report.added());
        document.put("updated", report.updated());
        document.put("ended", report.ended());
        document.put("refused", report.refused());
        document.put("bad", report.bad());
        return document;
    }

    /** Whether every row was read and the list was taken over. */
    static boolean isWhole(ImportReport report) {
        return report.bad() == 0 && report.verdict() != ImportReport.Verdict.NEEDS_CONFIRMATION;
    }

    /** What is wrong with the newsletter's list, on standard error. */
    static void problems(Screen screen, Newsletter newsletter, ImportReport report) {
        String file = newsletter.subscribers().map(Path::toString).orElse("");
        report.problems().forEach(problem -> screen.problem(file + ":" + problem.line() + ": " + problem.what()));
        if (report.bad() > report.problems().size()) {
            screen.problem(file + ": " + report.bad() + " bad rows in all");
        }
        if (report.verdict() == ImportReport.Verdict.NEEDS_CONFIRMATION) {
            screen.problem(file + ": " + report.ended() + " rows went away at once, so the list was left as it was. If"
                    + " that is meant: gazette subscribers import " + newsletter.id() + " --confirm");
        }
    }

    static List<String> lines(ImportReport report) {
        String counts = report.rows() + " rows: " + report.added() + " added, " + report.updated() + " updated, "
                + report.ended() + " ended, " + report.refused() + " stay out, " + report.bad() + " bad";
        return switch (report.verdict()) {
            case UNCHANGED -> List.of("The list has not changed since it was last read.");
            case TAKEN_OVER -> List.of(counts);
            case NEEDS_CONFIRMATION ->
                List.of(
                        counts,
                        "So many rows went away that nothing was changed. If that is meant: gazette subscribers import"
                                + " NEWSLETTER --confirm");
        };
    }
}
