package gazette.edition;

import java.time.Duration;
import java.util.Optional;

/**
 * Which articles may be in an edition.
 *
 * @param include when it is not empty, only what fits it
 * @param exclude nothing that fits it, even when it fits {@code include}
 * @param maxAge nothing that was published longer before the slot
 */
public record Filter(Rule include, Rule exclude, Optional<Duration> maxAge) {
    /** Lets everything in. */
    public static final Filter NONE = new Filter(Rule.NONE, Rule.NONE, Optional.empty());
}
