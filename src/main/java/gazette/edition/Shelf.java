package gazette.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an edition of one cadence could be made of right now.
 *
 * @param nextNumber the number that it would get
 * @param previous the slot of the cadence's latest edition
 * @param candidates of the newsletter's sources, in no order
 * @param sent what the cadence told during the last {@link Sent#DAYS} days, newest edition first
 * @param settled the newest of those that are no candidates any more without having been in an edition, and why; for
 *     whoever asks
 * @param plan what editors decided about it; what they put back is a candidate, wherever it was before
 */
public record Shelf(
        int nextNumber,
        Optional<Instant> previous,
        List<Candidate> candidates,
        List<Sent> sent,
        List<Verdict> settled,
        Plan plan) {
    /** How many of the settled there are at most for each reason. */
    public static final int SETTLED = 50;

    public Shelf {
        candidates = List.copyOf(candidates);
        sent = List.copyOf(sent);
        settled = List.copyOf(settled);
    }

    /** Without a plan. */
    public Shelf(
            int nextNumber,
            Optional<Instant> previous,
            List<Candidate> candidates,
            List<Sent> sent,
            List<Verdict> settled) {
        this(nextNumber, previous, candidates, sent, settled, Plan.NONE);
    }

    /** The same with other candidates. */
    public Shelf with(List<Candidate> others) {
        return new Shelf(nextNumber, previous, others, sent, settled, plan);
    }
}
