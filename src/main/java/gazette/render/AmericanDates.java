package gazette.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** "Monday, December 30, 2024", "11:49 a.m.". */
record AmericanDates() implements DateWords {
    private static final DateTimeFormatter DATE = pattern("MMMM\u00A0d, uuuu");
    private static final DateTimeFormatter DAY = pattern("EEEE, MMMM\u00A0d, uuuu");
    private static final DateTimeFormatter SHORT = pattern("MMMM\u00A0d");
    private static final DateTimeFormatter TIME = pattern("h:mm");

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    @Override
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    @Override
    public String moment(LocalDateTime moment) {
        return at(DATE, moment);
    }

    @Override
    public String within(LocalDate day, LocalTime from, LocalTime to) {
        return SHORT.format(day) + " from " + time(from) + " to " + time(to);
    }

    @Override
    public String between(LocalDateTime from, LocalDateTime to) {
        DateTimeFormatter date = from.getYear() == to.getYear() ? SHORT : DATE;
        return "from " + at(date, from) + ", to " + at(date, to);
    }

    @Override
    public String until(LocalDateTime to) {
        return "up to " + at(SHORT, to);
    }

    @Override
    public String number(long number) {
        return DateWords.grouped(number, ',');
    }

    @Override
    public String since(LocalDate day) {
        return "Your subscription dates from " + date(day) + ".";
    }

    private static String at(DateTimeFormatter date, LocalDateTime moment) {
        return date.format(moment) + ", " + time(moment.toLocalTime());
    }

    private static String time(LocalTime time) {
        return TIME.format(time) + FIXED + (time.getHour() < 12 ? "a.m." : "p.m.");
    }
}
