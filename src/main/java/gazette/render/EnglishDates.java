package gazette.render;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** "Monday 30 December 2024", "11:49"; no line breaks between a day and its month. */
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
    public String between(LocalDateTime from, LocalDateTime to) {
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return SHORT.format(to) + " from " + TIME.format(from) + " to " + TIME.format(to);
        }
        DateTimeFormatter moment = from.getYear() == to.getYear() ? SHORT_MOMENT : LONG_MOMENT;
        return "from " + moment.format(from) + " to " + moment.format(to);
    }

    @Override
    public String until(LocalDateTime to) {
        return "up to " + SHORT_MOMENT.format(to);
    }

    @Override
    public String number(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    @Override
    public String since(LocalDate day) {
        return "Your subscription dates from " + date(day) + ".";
    }
}
