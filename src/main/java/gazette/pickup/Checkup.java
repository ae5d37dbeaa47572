package gazette.pickup;

import gazette.fetch.Document;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What becomes of a source's health after one look at it.
 *
 * @param settings the address that the settings give it; empty for a folder
 * @param every how often it is looked at while all is well
 * @param chance from 0 to 1: so that sources that failed together do not come back together
 */
record Checkup(Health before, Optional<URI> settings, Duration every, Instant now, DoubleSupplier chance) {
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    /** A server that asks for more is asked again after this all the same: a slip in a header is no wish. */
    private static final Duration LONGEST_WISH = Duration.ofDays(7);
    /** How long the address that it moved to may fail before the one in the settings is tried again. */
    private static final Duration MOVE_IS_TRUSTED = Duration.ofDays(1);
    /** The share of a wait that chance adds at most. */
    private static final double JITTER = 0.25;

    /** It was read anew. */
    Health changed(Document document, String title) {
        return healthy(
                title.isEmpty() ? before.title() : title,
                whereTo(document.moved()),
                document.etag(),
                document.lastModified());
    }

    /** It answered that nothing has changed. */
    Health unchanged(Optional<URI> moved) {
        return healthy(before.title(), whereTo(moved), before.etag(), before.lastModified());
    }

    /** It is a folder, and was read. */
    Health read() {
        return healthy(before.title(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A move that leads back to the settings' own address is over. */
    private Optional<URI> whereTo(Optional<URI> moved) {
        return moved.or(before::moved).filter(to -> !settings.equals(Optional.of(to)));
    }

    private Health healthy(String title, Optional<URI> moved, Optional<String> etag, Optional<String> lastModified) {
        return new Health(
                before.source(),
                title,
                moved,
                etag,
                lastModified,
                Optional.of(now),
                Optional.of(now),
                before.lastNew(),
                Optional.of(now.plus(every)),
                Optional.empty(),
                0,
                "",
                false);
    }

    /** It could not be read. */
    Health failed(String why, Optional<Instant> notBefore) {
        boolean wasLong = before.lastSuccess()
                .map(last -> last.plus(MOVE_IS_TRUSTED).isBefore(now))
                .orElse(true);
        return ill(why, notBefore, wasLong, false);
    }

    /** The server says that it is gone for good; where it had moved to, the settings' own address may know better. */
    Health gone(String why) {
        return ill(why, Optional.empty(), true, before.moved().isEmpty());
    }

    private Health ill(String why, Optional<Instant> notBefore, boolean forgetsMove, boolean isGone) {
        boolean asksElsewhere = forgetsMove && before.moved().isPresent();
        Optional<Instant> wish = notBefore
                .filter(until -> until.isAfter(now))
                .map(until -> until.isAfter(now.plus(LONGEST_WISH)) ? now.plus(LONGEST_WISH) : until);
        Instant next = now.plus(wait(before.failures()));
        return new Health(
                before.source(),
                before.title(),
                asksElsewhere ? Optional.empty() : before.moved(),
                asksElsewhere ? Optional.empty() : before.etag(),
                asksElsewhere ? Optional.empty() : before.lastModified(),
                Optional.of(now),
                before.lastSuccess(),
                before.lastNew(),
                isGone
                        ? Optional.empty()
                        : Optional.of(wish.filter(next::isBefore).orElse(next)),
                wish,
                before.failures() + 1,
                why,
                isGone);
    }

    private Duration wait(int failuresBefore) {
        Duration base = every.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : every;
        Duration longest = base.compareTo(LONGEST_WAIT) > 0 ? base : LONGEST_WAIT;
        double doubled = base.toMillis() * Math.pow(2, Math.min(failuresBefore, 30));
        double withChance = doubled * (1 + JITTER * chance.getAsDouble());
        return withChance > longest.toMillis() ? longest : Duration.ofMillis((long) withChance);
    }
}
