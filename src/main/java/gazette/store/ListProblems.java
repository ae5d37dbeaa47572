package gazette.store;

import gazette.subscriber.ImportReport;
import gazette.subscriber.ListProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a list: all counted, the first {@value ImportReport#MOST_PROBLEMS} kept. */
final class ListProblems {
    private final List<ListProblem> kept = new ArrayList<>();
    private long count;

    void add(ListProblem problem) {
        count++;
        if (kept.size() < ImportReport.MOST_PROBLEMS) {
            kept.add(problem);
        }
    }

    long count() {
        return count;
    }

    /** Those kept, in the order of the file. */
    List<ListProblem> first() {
        return kept.stream().sorted(Comparator.comparingLong(ListProblem::line)).toList();
    }
}
