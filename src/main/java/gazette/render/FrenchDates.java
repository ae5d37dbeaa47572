package gazette.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** «lundi 1er janvier 2027», «11 h 49». */
record FrenchDates() implements DateWords {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("mm", Locale.FRENCH);

    @Override
    public String date(LocalDate date) {
        return dayOfMonth(date) + MONTH_AND_YEAR.format(date);
    }

    @Override
    public String day(LocalDate date) {
        return WEEKDAY.format(date) + " " + date(date);
    }

    @Override
    public String moment(LocalDateTime moment) {
        return date(moment.toLocalDate()) + " à " + time(moment.toLocalTime());
    }

    @Override
    public String within(LocalDate day, LocalTime from, LocalTime to) {
        return "le " + shortDate(day) + " de " + time(from) + " à " + time(to);
    }

    @Override
    public String between(LocalDateTime from, LocalDateTime to) {
        boolean oneYear = from.getYear() == to.getYear();
        return "du " + at(from, oneYear) + " au " + at(to, oneYear);
    }

    @Override
    public String until(LocalDateTime to) {
        return "jusqu’au " + at(to, true);
    }

    @Override
    public String number(long number) {
        return DateWords.grouped(number, '\u202F');
    }

    @Override
    public String since(LocalDate day) {
        return "Votre abonnement date du " + date(day) + ".";
    }

    private static String dayOfMonth(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth())) + FIXED;
    }

    private static String shortDate(LocalDate date) {
        return dayOfMonth(date) + MONTH.format(date);
    }

    private String at(LocalDateTime moment, boolean withoutYear) {
        LocalDate date = moment.toLocalDate();
        return (withoutYear ? shortDate(date) : date(date)) + FIXED + time(moment.toLocalTime());
    }

    private static String time(LocalTime time) {
        String hour = time.getHour() + (FIXED + "h");
        return time.getMinute() == 0 ? hour : hour + FIXED + MINUTES.format(time);
    }
}
