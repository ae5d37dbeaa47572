package gazette.digest;

import gazette.edition.Newsletter;
import java.time.Duration;
import java.util.Optional;

/**
 * How a digest run differs from the schedule's.
 *
 * @param skipCooldown whether the first message leaves at once
 * @param firstWave at most so many are handed over before the edition is resumed
 */
public record RunOptions(boolean skipCooldown, Optional<Integer> firstWave) {
    /** As the settings say. */
    public static final RunOptions AS_SCHEDULED = new RunOptions(false, Optional.empty());

    Duration cooldown(Newsletter newsletter) {
        return skipCooldown ? Duration.ZERO : newsletter.cooldown();
    }
}
