package gazette.subscriber;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running what a reader wrote: a cell that begins like a formula gets an apostrophe in front.
 * Whatever is guarded is given back the same by {@link #off}.
 */
final class FormulaGuard {
    /** {@code = + - @} and their full-width forms, and what a spreadsheet skips before them; guarded ones as well. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@＝＋－＠\\t\\r\\n].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String on(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String off(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
