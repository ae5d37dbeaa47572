package gazette.delivery;

import gazette.edition.EditionState;
import java.time.Instant;

/**
 * What tells cheaply whether an edition may have changed since it was counted.
 *
 * @param touched how often a person or a server changed its course: paused, resumed, cancelled it, or had some of it tried
 *     again
 * @param waits whether some of its dispatches wait for an attempt
 * @param inHand whether a worker has some of them
 * @param holdUntil nothing leaves before
 */
public record Mark(EditionState state, long touched, boolean waits, boolean inHand, Instant holdUntil) {
    /** Whether nothing of it changes from now on but by a change of its course, which is counted. */
    public boolean rests(Instant now) {
        return switch (state) {
            case FILLING -> false;
            case COMPOSED, RENDERED, PAUSED -> !inHand;
            case CANCELLED -> !waits && !inHand;
            case FILLED -> !inHand && (!waits || holdUntil.isAfter(now));
        };
    }
}
