package gazette.studio;

import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends editions without waiting for their slot. Safe to use from many threads. */
public interface Departures {
    /**
     * Composes the coming edition now and fills it. Returns when it is filled; its first message leaves once the cool-down
     * has passed.
     *
     * @param cooldown how long it can still be called off before anything leaves
     * @param despite why a person sends it although checks found errors, if they do; kept with the edition
     */
    RunReport depart(Newsletter newsletter, Cadence cadence, Duration cooldown, Optional<String> despite);

    /** Tells who delivers that there is something to do: an edition was resumed, or put back. */
    void ring();

    /** Why nothing leaves although something is due, a sentence each, as servers and the program say it. */
    default List<String> troubles() {
        return List.of();
    }
}
