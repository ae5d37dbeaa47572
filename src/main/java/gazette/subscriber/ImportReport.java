package gazette.subscriber;

import java.util.List;

/**
 * What reading an operator's list changed, or would change.
 *
 * @param rows good rows read
 * @param added subscriptions begun, those that came back included
 * @param updated subscribers whose name, language, topics, cadence or fields changed
 * @param ended subscriptions ended because their row went away
 * @param refused rows of people who left, bounced or are suppressed: they stay out
 * @param problems rows that could not be read; the first {@value #MOST_PROBLEMS} of {@code bad}
 * @param bad how many rows could not be read
 * @param verdict whether the list was taken over
 */
public record ImportReport(
        long rows,
        long added,
        long updated,
        long ended,
        long refused,
        long bad,
        List<ListProblem> problems,
        Verdict verdict) {
    /** What became of the list. */
    public enum Verdict {
        /** Nothing about the file changed since it was last read. */
        UNCHANGED,
        /** Its rows are the subscriptions now. */
        TAKEN_OVER,
        /** So many rows went away that nothing was changed: a person has to confirm it. */
        NEEDS_CONFIRMATION
    }

    /** As many bad rows are named one by one; the rest is counted. */
    public static final int MOST_PROBLEMS = 100;

    public ImportReport {
        problems = List.copyOf(problems);
    }
}
