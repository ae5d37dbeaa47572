package gazette.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The slot of a command: the second in which it was asked. */
final class Slot {
    private Slot() {}

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
