package gazette.pickup;

import gazette.article.FeedSource;
import java.time.Duration;
import java.time.Instant;

/** Whose turn it is to be asked. */
final class Turn {
    /** A round that comes this much too early still counts as in time: timers are no clocks. */
    private static final Duration EARLY = Duration.ofSeconds(1);
    /** Who failed is not asked again sooner, however often people try. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private Turn() {}

    static boolean hasCome(FeedSource feed, Health health, Eagerness eagerness, Instant now) {
        boolean isToBeLeft = health.isGone()
                || health.leftAloneUntil().filter(until -> until.isAfter(now)).isPresent();
        return !isToBeLeft
                && switch (eagerness) {
                    case DUE -> isDue(feed, health, now);
                    case NOW -> health.failures() == 0 || hasPassed(health, AFTER_FAILURE, now);
                };
    }

    private static boolean isDue(FeedSource feed, Health health, Instant now) {
        boolean hasCome =
                health.nextTry().map(next -> !next.isAfter(now.plus(EARLY))).orElse(true);
        boolean isHealthy = health.failures() == 0; // then a shorter interval in the settings counts at once
        return hasCome || (isHealthy && hasPassed(health, feed.every(), now)) || isFromTheFuture(health, now);
    }

    private static boolean hasPassed(Health health, Duration since, Instant now) {
        return health.lastTry().map(last -> !last.plus(since).isAfter(now)).orElse(true)
                || isFromTheFuture(health, now);
    }

    /** The machine's clock was wrong then, and what was reckoned from it is wrong too. */
    private static boolean isFromTheFuture(Health health, Instant now) {
        return health.lastTry().filter(last -> last.isAfter(now)).isPresent();
    }

    /** Why it is left alone although a person or a slot asks; as a sentence. */
    static String whyNot(Health health) {
        if (health.isGone()) {
            return "its server says that it is gone for good (410): give the feed's new address in the settings, or"
                    + " remove the source";
        }
        return health.leftAloneUntil()
                .map(until -> "its server asked to be left alone until " + until + ": it is asked again then")
                .orElse("it has just failed (" + health.error() + "): try again in a minute");
    }
}
