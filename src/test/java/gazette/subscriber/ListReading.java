package gazette.subscriber;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a list gives, for tests: lists are short here. */
record ListReading(List<ListRow> rows, List<ListProblem> problems) {
    static final List<String> CADENCES = List.of("daily", "weekly");

    static ListReading of(Path file) {
        List<ListRow> rows = new ArrayList<>();
        List<ListProblem> problems = new ArrayList<>();
        SubscriberList.of(file, "letter", CADENCES, false)
                .rows()
                .read(problems::add)
                .forEachRemaining(rows::add);
        return new ListReading(rows, problems);
    }
}
