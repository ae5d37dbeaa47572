package gazette.render;

/**
 * Quotation marks for straight ones, when each is surely the first or the second of a pair; otherwise all stay. A quote
 * inside of another has the inner marks.
 *
 * @param outer the two marks around a quote
 * @param inner the two around one inside of {@code « »}
 * @param open a paragraph of a longer quote may have the first alone
 */
record DoubleQuotes(String outer, String inner, Open open) implements PrintersRule {
    /** Whether a quote may go on in the next paragraph. */
    enum Open {
        NEVER,
        AT_THE_BEGINNING
    }

    private static final char STRAIGHT = '"';

    @Override
    public void set(Galley galley) {
        String text = galley.text();
        if (text.indexOf(STRAIGHT) >= 0) {
            galley.redraw(paired(text));
        }
    }

    private String paired(String text) {
        StringBuilder paired = new StringBuilder(text);
        String marks = "";
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            depth += sign == '«' ? 1 : sign == '»' ? -1 : 0;
            if (sign == STRAIGHT && marks.isEmpty()) {
                if (!Neighbours.of(text, i).mayOpen()) {
                    return text;
                }
                marks = depth > 0 ? inner : outer;
                paired.setCharAt(i, marks.charAt(0));
            } else if (sign == STRAIGHT) {
                if (!Neighbours.of(text, i).mayClose()) {
                    return text;
                }
                paired.setCharAt(i, marks.charAt(1));
                marks = "";
            }
        }
        return marks.isEmpty() || goesOn(text) ? paired.toString() : text;
    }

    private boolean goesOn(String text) {
        return open == Open.AT_THE_BEGINNING
                && text.strip().indexOf(STRAIGHT) == 0
                && text.indexOf(STRAIGHT) == text.lastIndexOf(STRAIGHT);
    }
}
