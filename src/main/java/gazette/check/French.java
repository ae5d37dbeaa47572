package gazette.check;

import gazette.render.Typography;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** French, by patterns from a file. */
final class French implements Language {
    private static final int MOST_DIGITS = 2;
    private static final char NO_BREAK = '\u00A0';

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRANCE);

    /** Code, or a term: printers' rules leave both alone. */
    private static final Pattern KEPT = Pattern.compile("‹[^›]*›|\\{[^}]*\\}");

    /** Of the private use area: a letter to nobody. */
    private static final char FIRST_STAND_IN = '\uE300';

    /** As they were written: of hundreds of sentences a page says a few. */
    private final Map<String, String> written;

    private final Map<String, String> set = new ConcurrentHashMap<>();

    /** @param patterns by the keys of sentences, as they were written */
    French(Map<String, String> patterns) {
        this.written = Map.copyOf(patterns);
    }

    private static String typeset(String pattern) {
        List<String> kept = new ArrayList<>();
        String prose = KEPT.matcher(pattern).replaceAll(found -> {
            kept.add(found.group());
            return String.valueOf((char) (FIRST_STAND_IN + kept.size() - 1));
        });
        String set = Typography.french(prose);
        for (int i = 0; i < kept.size(); i++) {
            set = set.replace(String.valueOf((char) (FIRST_STAND_IN + i)), kept.get(i));
        }
        return set;
    }

    @Override
    public Locale locale() {
        return Locale.FRANCE;
    }

    /** Of a sentence that the file lacks, the English one. */
    @Override
    public String pattern(Sentence sentence) {
        String pattern = written.get(sentence.key());
        return pattern == null ? sentence.pattern() : set.computeIfAbsent(sentence.key(), key -> typeset(pattern));
    }

    @Override
    public boolean isOne(long number) {
        return number < 2;
    }

    @Override
    public String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.FRANCE);
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(value);
    }

    @Override
    public String size(double value, char unit) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.FRANCE);
        format.setMaximumFractionDigits(1);
        return format.format(value) + NO_BREAK + unit + "o";
    }

    @Override
    public String day(LocalDate date) {
        return Typography.french(DAY.format(date));
    }

    @Override
    public String quoted(String words) {
        return "«" + NO_BREAK + words + NO_BREAK + "»";
    }

    @Override
    public String and() {
        return " et ";
    }
}
