package gazette.feed;

import gazette.article.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** When items were published, as far as that is believed. */
record Moments(ZoneId zone, Instant now) {
    /** Clocks and zones may be wrong by so much. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** What programs write that know no date: the zero of Unix, and those before it. */
    private static final Instant ZERO = Instant.EPOCH.plus(Duration.ofDays(1));

    /** The first moment of an item that can be believed: when it was published, or else when it was changed. */
    Optional<Published> of(FeedItem item) {
        return item.published()
                .filter(this::isCredible)
                .or(() -> item.updated().filter(this::isCredible))
                .map(this::published);
    }

    private boolean isCredible(FeedItem.Stamp stamp) {
        return stamp.instant().isAfter(ZERO) && !stamp.instant().isAfter(now.plus(AHEAD));
    }

    /** A stamp without a zone was written in that of the source; one without a time is a day wherever it is. */
    private Published published(FeedItem.Stamp stamp) {
        ZoneId written = stamp.hasZone() && stamp.hasTime() ? zone : ZoneOffset.UTC;
        LocalDateTime local = stamp.instant().atZone(written).toLocalDateTime();
        Optional<LocalTime> time = stamp.hasTime() ? Optional.of(local.toLocalTime()) : Optional.empty();
        return new Published(local.toLocalDate(), time, zone);
    }
}
