package gazette.text;

/**
 * A line of a text that holds something.
 *
 * @param number counted from 1, blank lines included
 * @param text on one line, without blanks at its ends
 */
record Row(int number, String text) {
    /** Whether {@code next} stands right below. */
    boolean touches(Row next) {
        return next.number == number + 1;
    }

    /** In characters as people count them. */
    int length() {
        return text.codePointCount(0, text.length());
    }
}
