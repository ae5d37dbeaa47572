package gazette.subscriber;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One record of a CSV file that a spreadsheet can open safely (RFC 4180 section 2): a cell that it would take for a
 * formula has an apostrophe in front.
 */
public final class CsvLine {
    /** Quoted: what RFC 4180 section 2 asks for, and what some spreadsheet parts cells at or trims. */
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\t\\r\\n]|^\\s|\\s$");

    private CsvLine() {}

    /** The record of {@code cells}, with its line end. */
    public static String of(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",").append(quoted(FormulaGuard.on(cells.get(i))));
        }
        return line.append("\r\n").toString();
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
