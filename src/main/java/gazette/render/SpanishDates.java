package gazette.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * «lunes, 30 de diciembre de 2024», «a las 11:49»; thousands apart by a space from five digits on, as the Academy has
 * them.
 *
 * @param country in America a month begins with «1.º», in Spain and where none is named with «1»
 */
record SpanishDates(String country) implements DateWords {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", SPANISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'\u00A0de\u00A0'MMMM", SPANISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("' de 'uuuu", SPANISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", SPANISH);
    private static final Set<String> PLAIN_FIRST = Set.of("", "ES", "GQ");

    @Override
    public String date(LocalDate date) {
        return shortDate(date) + YEAR.format(date);
    }

    @Override
    public String day(LocalDate date) {
        return WEEKDAY.format(date) + ", " + date(date);
    }

    @Override
    public String moment(LocalDateTime moment) {
        return date(moment.toLocalDate()) + time(moment);
    }

    @Override
    public String within(LocalDate day, LocalTime from, LocalTime to) {
        return "el " + shortDate(day) + " de " + TIME.format(from) + " a " + TIME.format(to);
    }

    @Override
    public String between(LocalDateTime from, LocalDateTime to) {
        if (from.getYear() == to.getYear()) {
            return "del " + at(from) + " al " + at(to);
        }
        return "del " + moment(from) + " al " + moment(to);
    }

    @Override
    public String until(LocalDateTime to) {
        return "hasta el " + at(to);
    }

    @Override
    public String number(long number) {
        return DateWords.groupedFromFive(number, '\u202F');
    }

    @Override
    public String since(LocalDate day) {
        return "Su suscripción data del " + date(day) + ".";
    }

    private String shortDate(LocalDate date) {
        boolean ordinal = date.getDayOfMonth() == 1 && !PLAIN_FIRST.contains(country);
        return (ordinal ? "1.º" : String.valueOf(date.getDayOfMonth())) + MONTH.format(date);
    }

    private String at(LocalDateTime moment) {
        return shortDate(moment.toLocalDate()) + time(moment);
    }

    private static String time(LocalDateTime moment) {
        return (moment.getHour() == 1 ? " a la" : " a las") + FIXED + TIME.format(moment);
    }
}
