package gazette.delivery;

import java.util.Optional;

/** Durable memory of hand-overs; shared by all connections of one epoch, committed in groups. */
public interface Journal {
    /**
     * Commits the outcome of the last message and the hand-over of the next ({@code CLAIMED → HANDING_OVER}), and
     * returns when both are durable. False: {@code next} must not go, because the reader left, the edition was paused,
     * or the claim is no longer this epoch's; the journal has settled it if it can be settled.
     *
     * @throws RuntimeException when nothing could be committed: {@code next} must not go
     */
    boolean turn(Optional<Settled> last, Optional<Dispatch> next);
}
