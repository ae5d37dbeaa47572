package gazette.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** When a server wants to be asked again: seconds or a date (RFC 9110 section 10.2.3). */
final class RetryAfter {
    /** A server that asks for more has made a mistake, or soon has another administrator. */
    static final Duration LONGEST = Duration.ofDays(7);

    private RetryAfter() {}

    /** The moment that {@code value} names, at most a week from now; empty when it names none, or one that is over. */
    static Optional<Instant> read(String value, Clock clock) {
        Instant now = clock.instant();
        Instant latest = now.plus(LONGEST);
        return instant(value.strip(), now, latest)
                .filter(when -> when.isAfter(now))
                .map(when -> when.isAfter(latest) ? latest : when);
    }

    private static Optional<Instant> instant(String value, Instant now, Instant latest) {
        if (value.matches("\\d{1,18}")) {
            long seconds = Long.parseLong(value);
            return Optional.of(seconds > LONGEST.toSeconds() ? latest : now.plusSeconds(seconds));
        }
        return value.matches("\\d+") ? Optional.of(latest) : Optional.ofNullable(DateUtils.parseStandardDate(value));
    }
}
