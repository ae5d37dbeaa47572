package gazette.cli;

import gazette.pickup.PickUpReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** What picking up came to, in words. */
final class PickedUp {
    private PickedUp() {}

    static String line(PickUpReport report) {
        return report.fresh() + (report.fresh() == 1 ? " article" : " articles") + " picked up, " + report.edited()
                + " edited, " + report.known() + " known";
    }

    /** Each thing that could not be read, on standard error. */
    static void problems(Screen screen, PickUpReport report) {
        report.problems().forEach(problem -> screen.problem(problem.toString()));
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
        return document;
    }
}
