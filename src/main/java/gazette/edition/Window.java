package gazette.edition;

import java.time.Instant;
import java.util.Optional;

/**
 * The time that an edition covers.
 *
 * @param from the slot of the cadence's edition before this one; empty for the first
 * @param to its own slot
 */
public record Window(Optional<Instant> from, Instant to) {}
