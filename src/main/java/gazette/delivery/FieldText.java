package gazette.delivery;

/** Words from a list of readers, as a message takes them in. */
final class FieldText {
    private FieldText() {}

    /** Control characters and line ends become blanks, and none is left at the ends. */
    static String onOneLine(String text) {
        return isOnOneLine(text) ? text : cleaned(text).strip();
    }

    /** The usual case, told without a copy: there are millions. */
    private static boolean isOnOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                return false;
            }
        }
        return text.isEmpty()
                || !(Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }

    private static String cleaned(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().map(c -> isSpecial((char) c) ? ' ' : c).forEach(c -> line.append((char) c));
        return line.toString();
    }

    /** Ends a line somewhere, or is what variants mark their fields by. */
    private static boolean isSpecial(char c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || c == '\u2028' || c == '\u2029' || (c >= '\uE0F0' && c <= '\uE0F4');
    }

    /**
     * {@code value} as it stands.
     *
     * @throws IllegalArgumentException when it holds half a character, which has no octets
     */
    static String whole(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (Character.charCount(value.codePointAt(i)) == 1) {
                    throw new IllegalArgumentException("the field '" + field + "' holds half a character");
                }
                i++;
            }
        }
        return value;
    }
}
