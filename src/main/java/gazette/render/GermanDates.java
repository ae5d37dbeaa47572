package gazette.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * «Montag, 30. Dezember 2024», «11:49 Uhr».
 *
 * @param country Austria says «Jänner», Switzerland parts thousands with an apostrophe; empty is Germany
 */
record GermanDates(String country) implements DateWords {
    @Override
    public String date(LocalDate date) {
        return format(date, "d'.\u00A0'MMMM uuuu");
    }

    @Override
    public String day(LocalDate date) {
        return format(date, "EEEE', '") + date(date);
    }

    @Override
    public String moment(LocalDateTime moment) {
        return date(moment.toLocalDate()) + ", " + time(moment.toLocalTime());
    }

    @Override
    public String within(LocalDate day, LocalTime from, LocalTime to) {
        return "am " + shortDate(day) + " von " + time(from) + " bis " + time(to);
    }

    @Override
    public String between(LocalDateTime from, LocalDateTime to) {
        if (from.getYear() == to.getYear()) {
            return "vom " + at(from) + ", bis zum " + at(to);
        }
        return "vom " + moment(from) + ", bis zum " + moment(to);
    }

    @Override
    public String until(LocalDateTime to) {
        return "bis zum " + at(to);
    }

    @Override
    public String number(long number) {
        return DateWords.grouped(number, country.equals("CH") || country.equals("LI") ? '’' : '.');
    }

    @Override
    public String since(LocalDate day) {
        return "Ihr Abonnement besteht seit dem " + date(day) + ".";
    }

    private String shortDate(LocalDate date) {
        return format(date, "d'.\u00A0'MMMM");
    }

    private String at(LocalDateTime moment) {
        return shortDate(moment.toLocalDate()) + ", " + time(moment.toLocalTime());
    }

    private String format(LocalDate date, String pattern) {
        Locale months = country.equals("AT") ? new Locale("de", "AT") : Locale.GERMAN;
        return DateTimeFormatter.ofPattern(pattern, months).format(date);
    }

    private static String time(LocalTime time) {
        String pattern = time.getMinute() == 0 ? "H'\u00A0Uhr'" : "H:mm'\u00A0Uhr'";
        return DateTimeFormatter.ofPattern(pattern, Locale.GERMAN).format(time);
    }
}
