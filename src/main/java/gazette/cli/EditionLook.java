package gazette.cli;

import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Editions.Summary;
import gazette.store.Store;
import java.time.Instant;
import java.util.Optional;

/**
 * An edition at one moment.
 *
 * @param heldBack how many wait only because its wave ends before them
 * @param nextDue when the next of the others is due
 */
record EditionLook(Summary summary, Tally tally, long heldBack, Optional<Instant> nextDue) {
    static EditionLook at(Store store, EditionId edition) {
        return new EditionLook(
                store.editions().summary(edition).orElseThrow(),
                store.outbox().tally(edition),
                store.outbox().heldBack(edition),
                store.outbox().nextDue(edition));
    }

    EditionState state() {
        return summary.state();
    }

    /** Claimed, or in the gap. */
    long inHand() {
        return tally.in(DispatchState.CLAIMED) + tally.in(DispatchState.HANDING_OVER);
    }

    /** How many are to be settled before it rests: all, or those up to the end of its wave. */
    long goal() {
        return tally.audience() - heldBack;
    }

    /** How many of them will be tried without waiting for a time that was set. */
    long toGo() {
        return Math.max(0, tally.waiting() - tally.in(DispatchState.DEFERRED) - heldBack);
    }

    /** Whether somebody has something to do for it now, or once its cool-down is over. */
    boolean isUnderWay(Instant now) {
        return switch (state()) {
            case FILLING -> true;
            case FILLED ->
                inHand() > 0 || nextDue.filter(next -> isDue(next, now)).isPresent();
            case COMPOSED, RENDERED, PAUSED, CANCELLED -> false;
        };
    }

    private boolean isDue(Instant next, Instant now) {
        return !next.isAfter(now) || next.equals(summary.holdUntil());
    }

    /** Whether all that waits does so for a wave to be let go on. */
    boolean isWaveOut(Instant now) {
        return state() == EditionState.FILLED && heldBack > 0 && !isUnderWay(now);
    }
}
