package gazette.text;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day written in numbers, such as {@code 30/12/2024}, {@code 30.12.2024} or {@code 12/30/2024}. */
final class NumericDate {
    /** Two numbers and a year of four digits, with the same sign between them. */
    static final String SHAPE = "\\d{1,2}(?:/\\d{1,2}/|\\.\\d{1,2}\\.|-\\d{1,2}-)\\d{4}";

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})\\D(\\d{1,2})\\D(\\d{4})");
    private static final int MONTHS = 12;

    private NumericDate() {}

    /**
     * French has the day first, unless that makes no date; any other language is read only where it is plain which number
     * is the day.
     *
     * @param written of {@link #SHAPE}
     * @return empty when it could be two days
     * @throws java.time.DateTimeException when there is no such day
     */
    static Optional<LocalDate> read(String written, Locale language) {
        Matcher numbers = NUMBERS.matcher(written);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        int year = Integer.parseInt(numbers.group(3));
        if (second > MONTHS) {
            return Optional.of(LocalDate.of(year, first, second));
        }
        boolean dayFirst =
                first > MONTHS || first == second || language.getLanguage().equals("fr");
        return dayFirst ? Optional.of(LocalDate.of(year, second, first)) : Optional.empty();
    }
}
