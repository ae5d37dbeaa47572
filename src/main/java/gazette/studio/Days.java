package gazette.studio;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Days as people write them: «mardi 1er décembre», "Tuesday, December 1". Immutable. */
final class Days {
    private static final int LONGEST_MONTH = 31;

    private final DateTimeFormatter named;
    private final DateTimeFormatter dated;

    Days(Locale language) {
        boolean isFrench = language.getLanguage().equals("fr");
        this.named = isFrench ? french("EEEE ", " MMMM") : DateTimeFormatter.ofPattern("EEEE, MMMM d", language);
        this.dated = isFrench ? french("", " MMMM uuuu") : DateTimeFormatter.ofPattern("MMMM d, uuuu", language);
    }

    /** With the day's name, without its year. */
    String named(ZonedDateTime moment) {
        return named.format(moment);
    }

    /** With its year. */
    String dated(TemporalAccessor moment) {
        return dated.format(moment);
    }

    private static DateTimeFormatter french(String before, String after) {
        Map<Long, String> numbers = LongStream.rangeClosed(1, LONGEST_MONTH)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), day -> day == 1 ? "1er" : String.valueOf(day)));
        return new DateTimeFormatterBuilder()
                .appendPattern(before)
                .appendText(ChronoField.DAY_OF_MONTH, numbers)
                .appendPattern(after)
                .toFormatter(Locale.FRENCH);
    }
}
