package gazette.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** The language that rules are written in. */
final class English implements Language {
    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public String pattern(Sentence sentence) {
        return sentence.pattern();
    }

    @Override
    public boolean isOne(long number) {
        return number == 1;
    }

    @Override
    public String number(BigDecimal value) {
        return value.toPlainString();
    }

    @Override
    public String size(double value, char unit) {
        return String.format(Locale.ROOT, "%.1f %cB", value, unit);
    }

    @Override
    public String day(LocalDate date) {
        return date.toString();
    }

    @Override
    public String quoted(String words) {
        return "«" + words + "»";
    }

    @Override
    public String and() {
        return " and ";
    }
}
