package gazette.subscriber;

import gazette.mail.EmailAddress;
import gazette.mail.HeaderText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cells of one row, by column; the quoting of formulas is taken off.
 *
 * @param line where the row stands in the file, from 1
 */
record RowText(long line, Map<String, String> cells) {
    /** Longest cell, in characters: anything longer is a quotation mark gone astray. */
    private static final int LONGEST_CELL = 10_000;

    /** In characters, of {@code 30/12/2024}: Java would take years of five digits as well. */
    private static final int LONGEST_DATE = 10;

    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "d/M/uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    /** Why a row cannot be read. Thrown and caught within this package, from cell to row. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what, null, false, false);
        }
    }

    /** Takes the cells of the columns that are not left out. */
    static RowText of(long line, Headings headings, List<String> row) throws Unreadable {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            if (cell.isBlank()) {
                continue;
            }
            if (i >= headings.columns().size()) {
                throw new Unreadable("the row has " + row.size() + " cells under "
                        + headings.columns().size()
                        + " headings: put a cell that holds the separator in quotation marks");
            }
            if (cell.length() > LONGEST_CELL) {
                throw new Unreadable(
                        "a cell is longer than " + LONGEST_CELL + " characters: is a quotation mark missing?");
            }
            if (!headings.columns().get(i).isEmpty()) {
                cells.put(headings.columns().get(i), FormulaGuard.off(cell));
            }
        }
        return new RowText(line, cells);
    }

    /** The row as a subscription; a cadence that none of {@code cadences} is cannot be read. */
    ListRow read(List<String> cadences) throws Unreadable {
        return new ListRow(line, address(), words("name"), language(), topics(), cadence(cadences), since(), fields());
    }

    /** Whether the row, of an export, is of somebody who does not subscribe, or not yet. */
    boolean isOver() {
        String state = words(Headings.STATE);
        return !state.isEmpty() && !state.equalsIgnoreCase(SubscriptionState.CONFIRMED.name());
    }

    private EmailAddress address() throws Unreadable {
        try {
            return EmailAddress.of(cells.getOrDefault(Headings.ADDRESS, ""));
        } catch (IllegalArgumentException refused) {
            throw new Unreadable(String.valueOf(refused.getMessage()));
        }
    }

    private Optional<Locale> language() throws Unreadable {
        String text = words("language");
        Optional<Locale> language = LanguageTag.read(text);
        if (language.isEmpty() && !text.isEmpty()) {
            throw new Unreadable("the language is " + cited(text) + ": give a code such as fr or en");
        }
        return language;
    }

    private List<String> topics() {
        return Arrays.stream(words("topics").split("[|;]"))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<String> cadence(List<String> cadences) throws Unreadable {
        String text = words("cadence");
        Optional<String> cadence =
                cadences.stream().filter(text::equalsIgnoreCase).findFirst();
        if (cadence.isEmpty() && !text.isEmpty()) {
            throw new Unreadable("the cadence is " + cited(text) + ": give " + String.join(" or ", cadences));
        }
        return cadence;
    }

    private Optional<LocalDate> since() throws Unreadable {
        String text = words("since");
        Optional<LocalDate> since = DATES.stream()
                .filter(form -> text.length() <= LONGEST_DATE)
                .flatMap(form -> date(text, form).stream())
                .findFirst();
        if (since.isEmpty() && !text.isEmpty()) {
            throw new Unreadable("the date is " + cited(text) + ": write 2024-12-30 or 30/12/2024");
        }
        return since;
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException inAnotherForm) {
            return Optional.empty();
        }
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        for (String column : cells.keySet()) {
            String value = words(column);
            if (!value.isEmpty() && !Headings.OWN.contains(column)) {
                fields.put(column, value);
            }
        }
        return fields;
    }

    private String words(String column) {
        return HeaderText.onOneLine(cells.getOrDefault(column, ""));
    }

    private static String cited(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}
