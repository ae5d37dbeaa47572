package gazette.render;

import gazette.article.Published;
import gazette.edition.Window;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Days, times and numbers in words. The patterns are written out here, because the JDK's own styles differ from one
 * version to the next. French has them; every other language gets the English ones.
 */
sealed interface DateWords permits FrenchDates, EnglishDates {
    static DateWords of(Locale language) {
        return language.getLanguage().equals("fr") ? new FrenchDates() : new EnglishDates();
    }

    /** Such as {@code 30 décembre 2024}. */
    String date(LocalDate date);

    /** With the day of the week, such as {@code lundi 30 décembre 2024}. */
    String day(LocalDate date);

    /** Such as {@code 30 décembre 2024 à 11 h 49}. */
    String moment(LocalDateTime moment);

    /** Such as {@code du 29 décembre 7 h au 30 décembre 7 h}. */
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
                .map(from -> between(from.atZone(zone).toLocalDateTime(), to))
                .orElseGet(() -> until(to));
    }
}
