package gazette.render;

import gazette.article.Published;
import gazette.edition.Window;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Days, times and numbers in words. The patterns are written out here, because the JDK's own styles differ from one
 * version to the next. French, German, Spanish, Italian and Portuguese have them; every other language gets the English
 * ones. A day is not parted from its month, nor a number from what it counts.
 */
sealed interface DateWords
        permits AmericanDates, EnglishDates, FrenchDates, GermanDates, ItalianDates, PortugueseDates, SpanishDates {
    /** What holds two words on one line. */
    char FIXED = '\u00A0';

    /** Where English has the month before the day. */
    Set<String> MONTH_FIRST = Set.of("US", "CA", "PH");

    static DateWords of(Locale language) {
        return switch (language.getLanguage()) {
            case "fr" -> new FrenchDates();
            case "de" -> new GermanDates(language.getCountry());
            case "es" -> new SpanishDates(language.getCountry());
            case "it" -> new ItalianDates(language.getCountry());
            case "pt" -> new PortugueseDates(language.getCountry());
            case "en" -> MONTH_FIRST.contains(language.getCountry()) ? new AmericanDates() : new EnglishDates();
            default -> new EnglishDates();
        };
    }

    /** Such as {@code 30 décembre 2024}. */
    String date(LocalDate date);

    /** With the day of the week, such as {@code lundi 30 décembre 2024}. */
    String day(LocalDate date);

    /** Such as {@code 30 décembre 2024 à 11 h 49}. */
    String moment(LocalDateTime moment);

    /** Such as {@code le 30 décembre de 7 h à 18 h}. */
    String within(LocalDate day, LocalTime from, LocalTime to);

    /** Such as {@code du 29 décembre 7 h au 30 décembre 7 h}, with the year of each where they differ. */
    String between(LocalDateTime from, LocalDateTime to);

    /** As {@link #between} without a beginning. */
    String until(LocalDateTime to);

    /** A whole number with its thousands apart. */
    String number(long number);

    /** A whole sentence that says since when somebody reads a newsletter. */
    String since(LocalDate day);

    /** When an article was published, in {@code zone}; the day alone when it gives no time. */
    default String published(Published published, ZoneId zone) {
        return published.time().isEmpty()
                ? date(published.date())
                : moment(published.instant().atZone(zone).toLocalDateTime());
    }

    /** The time that an edition covers, in {@code zone}. */
    default String window(Window window, ZoneId zone) {
        LocalDateTime to = window.to().atZone(zone).toLocalDateTime();
        return window.from()
                .map(from -> window(from.atZone(zone).toLocalDateTime(), to))
                .orElseGet(() -> until(to));
    }

    /** As {@link #window(Window, ZoneId)}, from {@code from}. */
    default String window(LocalDateTime from, LocalDateTime to) {
        return from.toLocalDate().equals(to.toLocalDate())
                ? within(to.toLocalDate(), from.toLocalTime(), to.toLocalTime())
                : between(from, to);
    }

    /** {@code number} in groups of three digits with {@code sign} between them. */
    static String grouped(long number, char sign) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(sign);
        return new DecimalFormat("#,##0", symbols).format(number);
    }

    /** As {@link #grouped}, but four digits stand together. */
    static String groupedFromFive(long number, char sign) {
        return Math.abs(number) < 10_000 ? Long.toString(number) : grouped(number, sign);
    }
}
