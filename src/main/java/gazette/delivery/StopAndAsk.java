package gazette.delivery;

import gazette.edition.EditionId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a reason that rejects too many readers of an edition: before all of them are rejected, a person should look.
 * It counts in the last two hundred that were accepted or rejected, and forgets at a restart. Safe to use from many
 * threads; guarded by its own lock.
 */
public final class StopAndAsk {
    private static final int LAST = 200;

    /** Fewer are chance. */
    private static final int LEAST = 20;

    private static final String ACCEPTED = "";

    private final Limit limit;
    private final Map<EditionId, Recent> editions = new HashMap<>();

    /**
     * What share of the last ones may be rejected for one reason. Of readers who are unknown there may be twice as many:
     * a list that nobody has mailed for years has them, and yet is somebody's to look at.
     *
     * @param share from 0 to 1; 1 for whatever comes
     */
    public record Limit(double share) {
        /** One in ten. */
        public static final Limit USUAL = new Limit(0.1);

        /** Never stops. */
        public static final Limit NONE = new Limit(1);

        private boolean isPassed(String reason, int count, int of) {
            double most = reason.startsWith(Fault.READER.name()) ? 2 * share : share;
            return share < 1 && count >= LEAST && count >= most * of;
        }
    }

    /** The last outcomes of one edition, by reason. */
    private static final class Recent {
        private final ArrayDeque<String> reasons = new ArrayDeque<>();
        private final Map<String, Integer> counts = new HashMap<>();

        int add(String reason) {
            reasons.addLast(reason);
            if (reasons.size() > LAST) {
                counts.merge(reasons.removeFirst(), -1, Integer::sum);
            }
            return counts.merge(reason, 1, Integer::sum);
        }
    }

    StopAndAsk(Limit limit) {
        this.limit = limit;
    }

    /** Why the edition should stop now, for a person to read; it is then counted anew. */
    synchronized Optional<String> settled(Settled settled) {
        Outcome outcome = settled.outcome();
        if (outcome instanceof Outcome.Accepted) {
            recent(settled).add(ACCEPTED);
            return Optional.empty();
        }
        return outcome instanceof Outcome.Rejected rejected ? rejected(settled, rejected) : Optional.empty();
    }

    private Optional<String> rejected(Settled settled, Outcome.Rejected rejected) {
        Recent recent = recent(settled);
        int count = recent.add(reason(rejected));
        int of = recent.reasons.size();
        if (!limit.isPassed(reason(rejected), count, of)) {
            return Optional.empty();
        }
        editions.remove(settled.dispatch().edition());
        return Optional.of(
                count + " of the last " + of + " were rejected for one reason, the last with: " + rejected.words());
    }

    private static String reason(Outcome.Rejected rejected) {
        return rejected.fault() + " "
                + rejected.reply()
                        .enhanced()
                        .map(Object::toString)
                        .orElseGet(() -> String.valueOf(rejected.reply().code().value()));
    }

    private Recent recent(Settled settled) {
        return editions.computeIfAbsent(settled.dispatch().edition(), e -> new Recent());
    }
}
