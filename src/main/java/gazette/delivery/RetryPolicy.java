package gazette.delivery;

import java.time.Duration;

/**
 * When a deferred dispatch is tried again, and when no more (RFC 5321 section 4.5.4.1).
 *
 * @param first the wait after the first attempt; each further one doubles it
 * @param longest no wait is longer
 * @param attempts after as many there is no other
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {
    /**
     * Waits of 2, 4, 8… minutes up to 2 hours: 28 attempts are spread over two days. The first waits are shorter than
     * the half hour of RFC 5321 section 4.5.4.1 because greylisting, the usual 4yz of a first contact, lasts minutes.
     */
    public static final RetryPolicy TWO_DAYS = new RetryPolicy(Duration.ofMinutes(2), Duration.ofHours(2), 28);

    /** Whether {@code attempt} was the last one. */
    public boolean isUsedUp(int attempt) {
        return attempt >= attempts;
    }

    /**
     * The wait after {@code attempt}, from 1. It is lengthened by up to a quarter, by an amount that depends on the
     * dispatch alone, so that those deferred together do not come back together.
     */
    public Duration waitAfter(int attempt, DispatchId dispatch) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 30);
        long wait = Math.min(doubled, longest.toMillis());
        long spread = Math.floorMod(Long.hashCode(dispatch.value() * 0x9E3779B97F4A7C15L), 1024);
        return Duration.ofMillis(wait + wait / 4 * spread / 1024);
    }
}
