package gazette.delivery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a new sender makes itself known: a few messages on the first day, more on each further one. Days begin at midnight
 * UTC.
 *
 * @param from the first day
 * @param perDay how many messages may be handed over on each day; afterwards there is no limit
 */
public record WarmUp(LocalDate from, List<Integer> perDay) {
    public WarmUp {
        perDay = List.copyOf(perDay);
        if (perDay.isEmpty() || perDay.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("a warm-up has at least one day, and each day at least one message");
        }
    }

    /** How many may go on {@code day}, as on the first when it has not come yet; empty for no limit. */
    public OptionalInt allowance(LocalDate day) {
        long number = Math.max(0, ChronoUnit.DAYS.between(from, day));
        return number < perDay.size() ? OptionalInt.of(perDay.get((int) number)) : OptionalInt.empty();
    }
}
