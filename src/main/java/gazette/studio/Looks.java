package gazette.studio;

import gazette.proof.Look;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Which articles an address asks for: {@code ?last=3}, {@code ?since=2026-11-01}, {@code ?as-of=2026-11-30T07:00}. */
final class Looks {
    static final String LAST = "last";
    static final String SINCE = "since";
    static final String AS_OF = "as-of";

    private Looks() {}

    /**
     * What is no number or day is passed over, as is a day beside a number.
     *
     * @param zone of the days
     */
    static Look of(Context context, ZoneId zone) {
        OptionalInt last =
                read(context, LAST, Looks::number).map(OptionalInt::of).orElse(OptionalInt.empty());
        Optional<Instant> since = last.isPresent()
                ? Optional.empty()
                : read(
                        context,
                        SINCE,
                        day -> LocalDate.parse(day).atStartOfDay(zone).toInstant());
        Optional<Instant> asOf = read(
                context, AS_OF, time -> LocalDateTime.parse(time).atZone(zone).toInstant());
        return new Look(last, since, asOf);
    }

    /** More than these nobody reads through in one message. */
    private static final int MOST = 99;

    private static int number(String said) {
        int number = Integer.parseInt(said);
        if (number < 1 || number > MOST) {
            throw new NumberFormatException(said);
        }
        return number;
    }

    private static <T> Optional<T> read(Context context, String parameter, Function<String, T> reading) {
        try {
            return Optional.ofNullable(context.queryParam(parameter)).map(reading);
        } catch (NumberFormatException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
