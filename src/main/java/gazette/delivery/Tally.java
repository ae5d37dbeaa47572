package gazette.delivery;

import gazette.edition.EditionId;
import java.util.EnumMap;
import java.util.Map;

/**
 * How an edition's audience stands, read in one SQL statement.
 *
 * @param audience as many as were frozen; always the sum of {@code states}
 * @param states how many dispatches are in each state; every state has a number
 * @param suppressed the same for each reason of the suppressed
 */
public record Tally(
        EditionId edition, long audience, Map<DispatchState, Long> states, Map<SuppressionReason, Long> suppressed) {
    public Tally {
        EnumMap<DispatchState, Long> all = new EnumMap<>(DispatchState.class);
        for (DispatchState state : DispatchState.values()) {
            all.put(state, states.getOrDefault(state, 0L));
        }
        states = Map.copyOf(all);
        suppressed = Map.copyOf(suppressed);
    }

    public long in(DispatchState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Nothing final has become of them, and nothing is in doubt. */
    public long waiting() {
        return in(DispatchState.PENDING)
                + in(DispatchState.CLAIMED)
                + in(DispatchState.HANDING_OVER)
                + in(DispatchState.DEFERRED);
    }

    /** The peer may have these; held ones included. */
    public long inDoubt() {
        return in(DispatchState.IN_DOUBT) + in(DispatchState.HELD);
    }

    /** How many will not change any more. */
    public long settled() {
        return audience - waiting() - in(DispatchState.IN_DOUBT);
    }

    /** {@code audience = accepted + rejected + expired + suppressed + in doubt + waiting}: nobody is unaccounted for. */
    public boolean balances() {
        return audience
                == in(DispatchState.ACCEPTED)
                        + in(DispatchState.REJECTED)
                        + in(DispatchState.EXPIRED)
                        + in(DispatchState.SUPPRESSED)
                        + inDoubt()
                        + waiting();
    }
}
