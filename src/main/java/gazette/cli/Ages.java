package gazette.cli;

import java.time.Duration;
import java.time.Instant;

/** How long ago, or in how long, in words. */
final class Ages {
    private Ages() {}

    /** {@code 5 min ago}, {@code just now}. */
    static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.toSeconds() < 60 ? "just now" : words(age) + " ago";
    }

    /** {@code in 5 min}, {@code now}. */
    static String in(Instant then, Instant now) {
        Duration left = Duration.between(now, then);
        return left.toSeconds() < 1 ? "now" : "in " + words(left);
    }

    /** In the largest unit of which there is more than one and a half. */
    private static String words(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes < 90) {
            return minutes + " min";
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 36 ? hours + " h" : Math.round(hours / 24.0) + " days";
    }
}
