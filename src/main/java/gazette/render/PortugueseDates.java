package gazette.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * «segunda-feira, 30 de dezembro de 2024», «às 11h49». Words that only one side of the Atlantic says are avoided.
 *
 * @param country Brazil, and where none is named: «1º de janeiro», «7h», «1.234»; elsewhere, as in Portugal: «1 de
 *     janeiro», «7h00», «1234» and a space from five digits on
 */
record PortugueseDates(String country) implements DateWords {
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", PORTUGUESE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'\u00A0de\u00A0'MMMM", PORTUGUESE);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("' de 'uuuu", PORTUGUESE);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H'h'", PORTUGUESE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H'h'mm", PORTUGUESE);

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
        return date(moment.toLocalDate()) + at(moment.toLocalTime());
    }

    @Override
    public String within(LocalDate day, LocalTime from, LocalTime to) {
        return "em " + shortDate(day) + (isOne(from) ? ", da" : ", das") + FIXED + time(from)
                + (isOne(to) ? " à" : " às") + FIXED + time(to);
    }

    @Override
    public String between(LocalDateTime from, LocalDateTime to) {
        if (from.getYear() == to.getYear()) {
            return "de " + shortMoment(from) + ", a " + shortMoment(to);
        }
        return "de " + moment(from) + ", a " + moment(to);
    }

    @Override
    public String until(LocalDateTime to) {
        return "até " + shortMoment(to);
    }

    @Override
    public String number(long number) {
        return isBrazil() ? DateWords.grouped(number, '.') : DateWords.groupedFromFive(number, FIXED);
    }

    @Override
    public String since(LocalDate day) {
        return "A sua inscrição data de " + date(day) + ".";
    }

    private String shortDate(LocalDate date) {
        boolean ordinal = date.getDayOfMonth() == 1 && isBrazil();
        return (ordinal ? "1º" : String.valueOf(date.getDayOfMonth())) + MONTH.format(date);
    }

    private String shortMoment(LocalDateTime moment) {
        return shortDate(moment.toLocalDate()) + at(moment.toLocalTime());
    }

    private String at(LocalTime time) {
        return (isOne(time) ? ", à" : ", às") + FIXED + time(time);
    }

    private String time(LocalTime time) {
        return (time.getMinute() == 0 && isBrazil() ? HOUR : TIME).format(time);
    }

    private static boolean isOne(LocalTime time) {
        return time.getHour() == 1;
    }

    private boolean isBrazil() {
        return country.isEmpty() || country.equals("BR");
    }
}
