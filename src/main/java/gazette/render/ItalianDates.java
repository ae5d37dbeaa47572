package gazette.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * «lunedì 30 dicembre 2024», «ore 11:49»; articles are cut before 8 and 11, as in «dall’8 marzo».
 *
 * @param country Switzerland parts thousands with an apostrophe; empty is Italy
 */
record ItalianDates(String country) implements DateWords {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ITALIAN);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'\u00A0'MMMM", Locale.ITALIAN);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern(" uuuu", Locale.ITALIAN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("'ore\u00A0'H:mm", Locale.ITALIAN);
    private static final Set<Integer> BEGIN_WITH_A_VOWEL = Set.of(8, 11);

    @Override
    public String date(LocalDate date) {
        return shortDate(date) + YEAR.format(date);
    }

    @Override
    public String day(LocalDate date) {
        return WEEKDAY.format(date) + " " + date(date);
    }

    @Override
    public String moment(LocalDateTime moment) {
        return date(moment.toLocalDate()) + ", " + TIME.format(moment);
    }

    @Override
    public String within(LocalDate day, LocalTime from, LocalTime to) {
        return before(day, "il ", "l’") + shortDate(day) + " dalle " + TIME.format(from) + " alle " + TIME.format(to);
    }

    @Override
    public String between(LocalDateTime from, LocalDateTime to) {
        boolean oneYear = from.getYear() == to.getYear();
        return before(from.toLocalDate(), "dal ", "dall’") + (oneYear ? at(from) : moment(from)) + ", "
                + before(to.toLocalDate(), "al ", "all’") + (oneYear ? at(to) : moment(to));
    }

    @Override
    public String until(LocalDateTime to) {
        return "fino " + before(to.toLocalDate(), "al ", "all’") + at(to);
    }

    @Override
    public String number(long number) {
        return DateWords.grouped(number, country.equals("CH") ? '’' : '.');
    }

    @Override
    public String since(LocalDate day) {
        return "Il suo abbonamento è attivo " + before(day, "dal ", "dall’") + date(day) + ".";
    }

    private static String before(LocalDate day, String article, String cut) {
        return BEGIN_WITH_A_VOWEL.contains(day.getDayOfMonth()) ? cut : article;
    }

    private static String shortDate(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? "1º" : String.valueOf(date.getDayOfMonth())) + MONTH.format(date);
    }

    private static String at(LocalDateTime moment) {
        return shortDate(moment.toLocalDate()) + ", " + TIME.format(moment);
    }
}
