package gazette.render;

import java.util.Locale;

/** Words from outside as a message can carry them. */
final class Clean {
    private Clean() {}

    /**
     * {@code text} on one line: control characters and line ends become blanks, half of a surrogate pair becomes
     * U+FFFD, and the characters that {@link Field} and {@link PersonalText} mark by are taken out.
     */
    static String words(String text) {
        return piece(text).strip();
    }

    /** As {@link #words}, set as printers of {@code language} do. */
    static String set(String text, Locale language) {
        return Typography.set(words(text), language);
    }

    /** As {@link #words}, blanks at the ends kept: part of a text. */
    static String piece(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c < Field.BEGIN || c > PersonalText.END)
                .map(Clean::printable)
                .forEach(words::appendCodePoint);
        return words.toString();
    }

    private static int printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> 0xFFFD;
            default -> c;
        };
    }
}
