package gazette.delivery;

import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Editions;
import gazette.edition.Editions.Summary;
import java.time.Instant;
import java.util.Optional;

/**
 * An edition at one moment.
 *
 * @param heldBack how many wait only because its wave ends before them
 * @param nextDue when the next of the others is due
 */
public record EditionLook(Summary summary, Tally tally, long heldBack, Optional<Instant> nextDue) {
    /**
     * How a known edition stands now. Counts its dispatches: a second for some millions.
     *
     * @throws java.util.NoSuchElementException when there is no such edition
     */
    public static EditionLook at(Editions editions, Outbox outbox, EditionId edition) {
        return new EditionLook(
                editions.summary(edition).orElseThrow(),
                outbox.tally(edition),
                outbox.heldBack(edition),
                outbox.nextDue(edition));
    }

    public EditionState state() {
        return summary.state();
    }

    /** Claimed, or in the gap. */
    public long inHand() {
        return tally.in(DispatchState.CLAIMED) + tally.in(DispatchState.HANDING_OVER);
    }

    /** How many are to be settled before it rests: all, or those up to the end of its wave. */
    public long goal() {
        return tally.audience() - heldBack;
    }

    /** How many of them will be tried without waiting for a time that was set. */
    public long toGo() {
        return Math.max(0, tally.waiting() - tally.in(DispatchState.DEFERRED) - heldBack);
    }

    /** Whether somebody has something to do for it now, or once its cool-down is over. */
    public boolean isUnderWay(Instant now) {
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
    public boolean isWaveOut(Instant now) {
        return state() == EditionState.FILLED && heldBack > 0 && !isUnderWay(now);
    }
}
