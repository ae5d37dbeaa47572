package gazette.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sketches among which the one most like another is found without comparing all. For one thread.
 *
 * <p>A sketch is filed under some of its runs: of each {@value #WINDOW} that begin one after the other the one with the
 * smallest hash, as in winnowing (Schleimer, Wilkerson and Aiken, 2003). Two texts that share {@code WINDOW + RUN - 1}
 * words in a row are filed under the same run at least once, wherever the words stand.
 *
 * @param <K> what a sketch is known by
 */
public final class Sketches<K> {
    /** In runs. Texts that share no stretch of ten words are nobody's near copies. */
    private static final int WINDOW = 8;

    /** Of those with the same run, such as a newsroom's standing formula, so many are looked at, the latest filed. */
    private static final int MOST_FILED = 64;

    /** A near copy shares most runs of all; others share some because the language has few words for a thing. */
    private static final int MOST_COMPARED = 16;

    private final List<Filed<K>> filed = new ArrayList<>();
    private final Postings postings = new Postings();

    private record Filed<K>(K key, Sketch sketch) {}

    /** One that is like enough. */
    public record Near<K>(K key, double similarity) {}

    /** Files a sketch. */
    public void add(K key, Sketch sketch) {
        for (int run : marks(sketch)) {
            postings.add(run, filed.size());
        }
        filed.add(new Filed<>(key, sketch));
    }

    /** The most similar one from {@code threshold} on; of several the one filed first. */
    public Optional<Near<K>> nearest(Sketch sketch, double threshold) {
        Optional<Near<K>> best = Optional.empty();
        double atLeast = threshold;
        for (int place : sharing(sketch)) {
            double similarity = filed.get(place).sketch.similarity(sketch);
            if (similarity >= atLeast) {
                best = Optional.of(new Near<>(filed.get(place).key, similarity));
                atLeast = Math.nextUp(similarity);
            }
        }
        return best;
    }

    /** The places of those that are filed under most of its runs, at most {@value #MOST_COMPARED}, as they were filed. */
    private List<Integer> sharing(Sketch sketch) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (int run : marks(sketch)) {
            postings.each(run, MOST_FILED, place -> shared.merge(place, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The runs that a sketch is filed under. */
    private static Set<Integer> marks(Sketch sketch) {
        int[] runs = sketch.runs();
        Set<Integer> marks = new HashSet<>();
        for (int start = 0; start == 0 || start + WINDOW <= runs.length; start++) {
            if (runs.length > 0) {
                marks.add(smallest(runs, start, Math.min(runs.length, start + WINDOW)));
            }
        }
        return marks;
    }

    private static int smallest(int[] runs, int from, int to) {
        int smallest = runs[from];
        for (int i = from + 1; i < to; i++) {
            smallest = Math.min(smallest, runs[i]);
        }
        return smallest;
    }
}
