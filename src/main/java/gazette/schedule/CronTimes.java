package gazette.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When a cron expression comes, by the clock on the wall of a zone.
 *
 * <p>Quartz itself skips a day whose 02:30 falls into a gap, and takes the first or the second 02:30 of a fold depending
 * on where it looks from. So it is only asked about a clock that never jumps, and the wall's times become instants here:
 * a time in a gap is the end of the gap, a time in a fold is its first coming. An expression for every hour
 * ({@code *}) means the hours that pass, and so also comes the second time.
 *
 * <p>{@code CronExpression.getTimeBefore} is not used: in 2.5.2 it answers a Sunday for {@code 0 0 7 15W * ?}, and times
 * that are none for {@code LW}.
 */
@SuppressWarnings("JavaUtilDate") // Quartz's own type for an instant
final class CronTimes {
    /** Looking back begins here and doubles. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    /** No slot is looked for before: Quartz's expressions begin with this year. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final CronExpression wall;
    private final ZoneRules rules;
    private final boolean everyHour;

    private CronTimes(CronExpression wall, ZoneRules rules, boolean everyHour) {
        this.wall = wall;
        this.rules = rules;
        this.everyHour = everyHour;
    }

    /**
     * Reads the expression.
     *
     * @throws ParseException when Quartz cannot
     */
    static CronTimes parse(String cron, ZoneId zone) throws ParseException {
        CronExpression wall = new CronExpression(cron);
        wall.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return new CronTimes(
                wall, zone.getRules(), cron.strip().split("\\s+")[2].equals("*"));
    }

    /** As {@link #parse}, for an expression that the settings have accepted. */
    static CronTimes of(String cron, ZoneId zone) {
        try {
            return parse(cron, zone);
        } catch (ParseException e) {
            throw new IllegalArgumentException("'" + cron + "' is no cron expression: " + e.getMessage(), e);
        }
    }

    /** The first time after {@code instant}; empty when there is none any more. */
    Optional<Instant> after(Instant instant) {
        LocalDateTime from = secondPass(instant)
                .map(fold -> fold.getDateTimeBefore().minusSeconds(1))
                .orElseGet(() -> onTheWall(instant, rules.getOffset(instant)));
        Optional<Instant> first = wallAfter(from).map(this::instantOf);
        return everyHour ? first.map(f -> inSecondPass(instant, f).orElse(f)) : first;
    }

    /** The newest time that is not after {@code now}; empty when there was none yet. */
    Optional<Instant> newestNotAfter(Instant now) {
        LocalDateTime last = secondPass(now)
                .map(fold -> fold.getDateTimeBefore().minusSeconds(1))
                .orElseGet(() -> onTheWall(now, rules.getOffset(now)));
        Optional<Instant> newest = newestOnTheWall(last).map(this::instantOf);
        return everyHour ? newest.map(n -> newestInSecondPass(n, now).orElse(n)) : newest;
    }

    private Optional<Instant> inSecondPass(Instant after, Instant before) {
        return foldBefore(before).filter(fold -> endOf(fold).isAfter(after)).flatMap(fold -> {
            Instant from = latest(after, fold.getInstant().minusSeconds(1));
            return wallAfter(onTheWall(from, fold.getOffsetAfter()))
                    .filter(time -> time.isBefore(fold.getDateTimeBefore()))
                    .map(time -> time.toInstant(fold.getOffsetAfter()));
        });
    }

    private Optional<Instant> newestInSecondPass(Instant newest, Instant now) {
        return foldBefore(now)
                .flatMap(fold -> {
                    Instant until = endOf(fold).isAfter(now) ? now : endOf(fold).minusSeconds(1);
                    return newestOnTheWall(onTheWall(until, fold.getOffsetAfter()))
                            .filter(time -> !time.isBefore(fold.getDateTimeAfter()))
                            .map(time -> time.toInstant(fold.getOffsetAfter()));
                })
                .filter(time -> time.isAfter(newest));
    }

    /** The fold whose second pass {@code instant} lies in. */
    private Optional<ZoneOffsetTransition> secondPass(Instant instant) {
        return foldBefore(instant).filter(fold -> endOf(fold).isAfter(instant));
    }

    /** The last jump of the zone up to {@code instant}, if it was a fold. */
    private Optional<ZoneOffsetTransition> foldBefore(Instant instant) {
        return Optional.ofNullable(rules.previousTransition(instant.plusNanos(1)))
                .filter(ZoneOffsetTransition::isOverlap);
    }

    private static Instant endOf(ZoneOffsetTransition fold) {
        return fold.getInstant().minus(fold.getDuration());
    }

    private Instant instantOf(LocalDateTime time) {
        ZoneOffsetTransition jump = rules.getTransition(time);
        return jump != null && jump.isGap() ? jump.getInstant() : time.toInstant(rules.getOffset(time));
    }

    private Optional<LocalDateTime> wallAfter(LocalDateTime time) {
        return Optional.ofNullable(wall.getNextValidTimeAfter(Date.from(time.toInstant(ZoneOffset.UTC))))
                .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
    }

    private Optional<LocalDateTime> newestOnTheWall(LocalDateTime last) {
        long span = FIRST_LOOK.toSeconds();
        while (!comesIn(last, span)) {
            if (last.minusSeconds(span).isBefore(BEGINNING)) {
                return Optional.empty();
            }
            span *= 2;
        }
        long none = 0;
        while (span - none > 1) { // it comes within the last span seconds, and not within the last none
            long half = (span + none) / 2;
            if (comesIn(last, half)) {
                span = half;
            } else {
                none = half;
            }
        }
        return wallAfter(last.minusSeconds(span));
    }

    private boolean comesIn(LocalDateTime last, long seconds) {
        return wallAfter(last.minusSeconds(seconds))
                .filter(time -> !time.isAfter(last))
                .isPresent();
    }

    private static LocalDateTime onTheWall(Instant instant, ZoneOffset offset) {
        return LocalDateTime.ofInstant(instant, offset).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
