package gazette.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** "Monday 30 December 2024", "11:49". */
record EnglishDates() implements DateWords {
    private static final DateTimeFormatter DATE = pattern("d\u00A0MMMM uuuu");
    private static final DateTimeFormatter DAY = pattern("EEEE d\u00A0MMMM uuuu");
    private static final DateTimeFormatter MOMENT = pattern("d\u00A0MMMM uuuu, HH:mm");
    private static final DateTimeFormatter SHORT = pattern("d\u00A0MMMM");
    private static final DateTimeFormatter TIME = pattern("HH:mm");
    private static final DateTimeFormatter SHORT_MOMENT = pattern("d\u00A0MMMM HH:mm");
    private static final DateTimeFormatter LONG_MOMENT = pattern("d\u00A0MMMM uuuu HH:mm");

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
        return MOMENT.format(moment);
    }

    @Override
    public String within(LocalDate day, LocalTime from, LocalTime to) {
        return SHORT.format(day) + " from " + TIME.format(from) + " to " + TIME.format(to);
    }

    @Override
    public String between(LocalDateTime from, LocalDateTime to) {
        DateTimeFormatter moment = from.getYear() == to.getYear() ? SHORT_MOMENT : LONG_MOMENT;
        return "from " + moment.format(from) + " to " + moment.format(to);
    }

    @Override
    public String until(LocalDateTime to) {
        return "up to " + SHORT_MOMENT.format(to);
    }

    @Override
    public String number(long number) {
        return DateWords.grouped(number, ',');
    }

    @Override
    public String since(LocalDate day) {
        return "Your subscription dates from " + date(day) + ".";
    }
}
