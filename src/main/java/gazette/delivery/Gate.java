package gazette.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * Says of each dispatch that is due whether it may be claimed now. It is asked inside the claim's transaction, once a
 * dispatch, and must neither block nor use the store.
 */
@FunctionalInterface
public interface Gate {
    /** Lets everybody pass. */
    Gate OPEN = domain -> Optional.empty();

    /**
     * Empty when a message to {@code domain} may go now, and counts it. Else how long it is put off; zero leaves it as
     * it is, for others to claim.
     */
    Optional<Duration> objection(String domain);
}
