package gazette.digest;

import gazette.edition.Newsletter;
import java.time.Duration;
import java.util.Optional;

/**
 * How a digest run differs from the schedule's.
 *
 * @param cooldown how long the edition waits before its first message leaves; empty for as long as the settings say
 * @param firstWave at most so many are handed over before the edition is resumed
 * @param despite why a person sends it although checks found errors, if they do
 */
public record RunOptions(Optional<Duration> cooldown, Optional<Integer> firstWave, Optional<String> despite) {
    /** As the settings say. */
    public static final RunOptions AS_SCHEDULED = new RunOptions(Optional.empty(), Optional.empty());

    /** With nothing to excuse. */
    public RunOptions(Optional<Duration> cooldown, Optional<Integer> firstWave) {
        this(cooldown, firstWave, Optional.empty());
    }

    Duration cooldown(Newsletter newsletter) {
        return cooldown.orElseGet(newsletter::cooldown);
    }
}
