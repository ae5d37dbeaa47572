package gazette.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Moments as the studio shows them: on the wall of the newsroom, in the language of whoever looks. */
final class Times {
    private final ZoneId zone;
    private final Instant now;
    private final Days days;
    private final DateTimeFormatter time;

    Times(ZoneId zone, Locale language, Instant now) {
        boolean french = language.getLanguage().equals("fr");
        this.zone = zone;
        this.now = now;
        this.days = new Days(language);
        this.time = DateTimeFormatter.ofPattern(french ? "H'\u00a0h\u00a0'mm" : "HH:mm", language);
    }

    /** {@code lundi 30 décembre}; with the year instead of the day's name when it is another year's. */
    String day(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        return there.getYear() == now.atZone(zone).getYear() ? days.named(there) : days.dated(there);
    }

    /** {@code 7 h 00}. */
    String time(Instant moment) {
        return time.format(moment.atZone(zone));
    }

    /** How long until {@code moment}, in whole minutes; negative once it has passed. */
    long minutesUntil(Instant moment) {
        return Duration.between(now, moment).toMinutes();
    }

    /** {@code instant}, {@code day}, {@code time} and {@code minutes} for a template. */
    Map<String, Object> model(Instant moment) {
        return Map.of(
                "instant",
                moment.toString(),
                "day",
                day(moment),
                "time",
                time(moment),
                "minutes",
                minutesUntil(moment));
    }

    /** As a field for a day has it: {@code 2026-11-30}. */
    String input(Instant moment) {
        return moment.atZone(zone).toLocalDate().toString();
    }

    /** As a field for a day and time has it: {@code 2026-11-30T07:00}. */
    String inputTime(Instant moment) {
        return moment.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
