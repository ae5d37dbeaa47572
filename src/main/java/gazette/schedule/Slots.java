package gazette.schedule;

import gazette.edition.Cadence;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slots of a cadence: the instants that its cron expression means in the newsletter's zone.
 *
 * <p>Each time on the wall is one slot. Where the clocks go forward, a time in the gap is the end of the gap (02:30 is
 * 03:00); where they go back, the first coming counts, once. An expression with {@code *} for the hour means every hour
 * that passes, and also comes in the repeated one.
 */
public final class Slots {
    private static final int MOST_CHARACTERS = 120; // the width of Quartz's column

    private Slots() {}

    /** Why {@code cron} is no Quartz cron expression that ever comes, with the remedy; empty when it is one. */
    public static Optional<String> objection(String cron) {
        String text = cron.strip();
        int fields = text.isEmpty() ? 0 : text.split("\\s+").length;
        if (fields == 5) {
            return Optional.of("'" + text + "' has five fields: Quartz wants six or seven: put the seconds first"
                    + UnixCron.inQuartz(text)
                            .map(quartz -> ", such as " + quartz)
                            .orElse(""));
        }
        if (fields < 6 || fields > 7) {
            return Optional.of("'" + text + "' is no cron expression: give six fields (second, minute, hour, day of the"
                    + " month, month, day of the week), such as 0 0 7 ? * MON-FRI");
        }
        if (text.length() > MOST_CHARACTERS) {
            return Optional.of(
                    "the cron expression has " + text.length() + " characters: give at most " + MOST_CHARACTERS);
        }
        return whatQuartzSays(text);
    }

    private static Optional<String> whatQuartzSays(String text) {
        String[] fields = text.split("\\s+");
        if (!fields[3].equals("?") && !fields[5].equals("?")) {
            return Optional.of("'" + text + "' names a day of the month and a day of the week: put ? for the one that"
                    + " does not matter, such as 0 0 7 * * ? or 0 0 7 ? * MON-FRI");
        }
        try {
            return CronTimes.parse(text, ZoneOffset.UTC).after(Instant.EPOCH).isPresent()
                    ? Optional.empty()
                    : Optional.of("'" + text + "' never comes: give a day that the month has");
        } catch (ParseException e) {
            return Optional.of("'" + text + "' is no Quartz cron expression (" + e.getMessage()
                    + "): give second, minute, hour, day of the month, month and day of the week, such as"
                    + " 0 0 7 ? * MON-FRI");
        }
    }

    /**
     * The newest slot not after {@code now}; empty when the cadence has not begun (an expression with a year).
     *
     * @throws IllegalArgumentException for an expression to which there is an {@link #objection}
     */
    public static Optional<Instant> newestNotAfter(Cadence cadence, ZoneId zone, Instant now) {
        return CronTimes.of(cadence.cron(), zone).newestNotAfter(now);
    }

    /**
     * The next slots after {@code from}, the nearest first; at most {@code count}, fewer when the cadence ends.
     *
     * @throws IllegalArgumentException for an expression to which there is an {@link #objection}
     */
    public static List<Instant> next(Cadence cadence, ZoneId zone, Instant from, int count) {
        CronTimes times = CronTimes.of(cadence.cron(), zone);
        return Stream.iterate(times.after(from), Optional::isPresent, slot -> slot.flatMap(times::after))
                .limit(count)
                .flatMap(Optional::stream)
                .toList();
    }
}
