package gazette.pickup;

import gazette.article.Problem;
import gazette.pickup.SourceOutcome.Kind;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What one round over the sources found.
 *
 * @param sources each source of the round, in its order
 */
public record PickUpReport(List<SourceOutcome> sources) {
    public PickUpReport {
        sources = List.copyOf(sources);
    }

    /** Articles that were not known. */
    public int fresh() {
        return sum(SourceOutcome::fresh);
    }

    /** Articles whose text changed since. */
    public int edited() {
        return sum(SourceOutcome::edited);
    }

    /** Articles that were there already. */
    public int known() {
        return sum(SourceOutcome::known);
    }

    /** Sources whose server said that nothing has changed. */
    public int unchanged() {
        return count(Kind.UNCHANGED);
    }

    /** Sources that did not answer while the round lasted; the next round asks them again. */
    public int late() {
        return count(Kind.LATE);
    }

    /** What could not be read; the rest was. */
    public List<Problem> problems() {
        return sources.stream().flatMap(source -> source.problems().stream()).toList();
    }

    private int sum(ToIntFunction<SourceOutcome> number) {
        return sources.stream().mapToInt(number).sum();
    }

    private int count(Kind kind) {
        return (int) sources.stream().filter(source -> source.kind() == kind).count();
    }
}
