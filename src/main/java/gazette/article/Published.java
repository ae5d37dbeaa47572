package gazette.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When an article says that it was published.
 *
 * @param time empty when the text gives a day alone; readers are then shown no time
 */
public record Published(LocalDate date, Optional<LocalTime> time, ZoneId zone) {
    /** The instant to order by: the start of the day when no time is given. */
    public Instant instant() {
        return date.atTime(time.orElse(LocalTime.MIDNIGHT)).atZone(zone).toInstant();
    }
}
