package gazette.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** How a language writes what sentences are made of. Immutable. */
interface Language {
    /** The one that rules are written in. */
    Language ENGLISH = new English();

    /** Its name. */
    Locale locale();

    /** Its pattern for {@code sentence}. */
    String pattern(Sentence sentence);

    /** Whether it says this number of things in the singular. */
    boolean isOne(long number);

    String number(BigDecimal value);

    /**
     * A number of octets.
     *
     * @param unit {@code k} or {@code M} of them
     */
    String size(double value, char unit);

    String day(LocalDate date);

    String quoted(String words);

    /** Between the last two of several, its blanks with it. */
    String and();
}
