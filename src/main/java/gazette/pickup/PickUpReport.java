package gazette.pickup;

import gazette.article.Problem;
import java.util.List;

/**
 * What one round over the sources found.
 *
 * @param fresh articles that were not known
 * @param edited articles whose text changed since
 * @param known articles that were there already
 * @param problems what could not be read; the rest was
 */
public record PickUpReport(int fresh, int edited, int known, List<Problem> problems) {
    public PickUpReport {
        problems = List.copyOf(problems);
    }
}
