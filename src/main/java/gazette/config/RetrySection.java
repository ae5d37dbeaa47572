package gazette.config;

import gazette.delivery.RetryPolicy;
import java.time.Duration;

/** {@code smtp.retry}: when a deferred message is tried again. */
final class RetrySection {
    private static final int MOST_ATTEMPTS = 1000;

    private RetrySection() {}

    static RetryPolicy read(Section retry) {
        Fit.Kind<Duration> kind = Kinds.duration(Duration.ofSeconds(1));
        RetryPolicy usual = RetryPolicy.TWO_DAYS;
        RetryPolicy policy = new RetryPolicy(
                retry.optional("first", kind, DurationText.of(usual.first())),
                retry.optional("longest", kind, DurationText.of(usual.longest())),
                retry.optional(
                        "attempts",
                        Kinds.whole(1, MOST_ATTEMPTS, "1 to " + MOST_ATTEMPTS),
                        String.valueOf(usual.attempts())));
        retry.close();
        return policy;
    }
}
