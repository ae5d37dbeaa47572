package gazette.schedule;

import gazette.edition.Cadence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A slot that falls into a night on which the clocks jump.
 *
 * @param slot when it comes
 * @param kind what the clocks do
 * @param meant the time on the wall that the cadence asks for
 */
public record ClockChange(Instant slot, Kind kind, LocalTime meant) {
    /** Slots of a cadence near a jump that are looked at: those of some hours, for a cadence of every few minutes. */
    private static final int NEAR = 100;

    private static final long HOURS_BEFORE = 3;

    /** What the clocks do. */
    public enum Kind {
        /** The time does not exist: the slot comes at the end of the gap. */
        GAP,
        /** The time comes twice: the slot comes once, with the first. */
        FOLD
    }

    /** What is odd about {@code slot} of {@code cadence}; empty for nearly all of them. */
    public static Optional<ClockChange> at(Cadence cadence, ZoneId zone, Instant slot) {
        ZoneOffsetTransition jump = zone.getRules().previousTransition(slot.plusNanos(1));
        if (jump != null && jump.isGap() && jump.getInstant().equals(slot)) {
            return inGap(cadence, jump);
        }
        LocalDateTime wall = LocalDateTime.ofInstant(slot, zone);
        boolean isTwice = zone.getRules().getValidOffsets(wall).size() == 2;
        return isTwice && !isEveryHour(cadence)
                ? Optional.of(new ClockChange(slot, Kind.FOLD, wall.toLocalTime()))
                : Optional.empty();
    }

    private static boolean isEveryHour(Cadence cadence) {
        return cadence.cron().strip().split("\\s+")[2].equals("*");
    }

    /** On a clock that never jumps the slot would have come at the time that is missing. */
    private static Optional<ClockChange> inGap(Cadence cadence, ZoneOffsetTransition gap) {
        Instant before = gap.getDateTimeBefore().minusSeconds(1).toInstant(ZoneOffset.UTC);
        return Slots.next(cadence, ZoneOffset.UTC, before, 1).stream()
                .map(slot -> LocalDateTime.ofInstant(slot, ZoneOffset.UTC))
                .filter(wall -> wall.isBefore(gap.getDateTimeAfter()))
                .map(wall -> new ClockChange(gap.getInstant(), Kind.GAP, wall.toLocalTime()))
                .findFirst();
    }

    /** The slots of {@code cadence} that the next {@code jumps} jumps of the clocks after {@code now} touch. */
    public static List<ClockChange> next(Cadence cadence, ZoneId zone, Instant now, int jumps) {
        return Stream.iterate(
                        Optional.ofNullable(zone.getRules().nextTransition(now)),
                        Optional::isPresent,
                        jump -> jump.map(each -> zone.getRules().nextTransition(each.getInstant())))
                .limit(jumps)
                .flatMap(Optional::stream)
                .flatMap(jump -> near(cadence, zone, jump).stream())
                .toList();
    }

    private static Optional<ClockChange> near(Cadence cadence, ZoneId zone, ZoneOffsetTransition jump) {
        Instant from = jump.getInstant().minusSeconds(HOURS_BEFORE * 3600);
        return Slots.next(cadence, zone, from, NEAR).stream()
                .filter(slot -> !slot.isAfter(jump.getInstant()))
                .flatMap(slot -> at(cadence, zone, slot).stream())
                .findFirst();
    }
}
