package gazette.mail;

/** What may stand in a header field: no character that could end the field and begin another. */
public final class HeaderText {
    private HeaderText() {}

    /**
     * Whether {@code text} holds a control character, a line or paragraph separator, or half of a surrogate pair:
     * what RFC 5322 section 2.2 keeps out of a field body, and what some decoder downstream may turn into it.
     */
    public static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) { // told quickly: each message has a dozen fields
            int c = text.charAt(i);
            boolean isPrintableAscii = c >= ' ' && c <= '~';
            if (!isPrintableAscii) {
                c = text.codePointAt(i);
                if (isForbidden(c)) {
                    return true;
                }
                i += Character.charCount(c) - 1;
            }
        }
        return false;
    }

    /**
     * {@code text} as it stands.
     *
     * @throws IllegalArgumentException when {@link #hasControl}; the message names {@code what} it was for
     */
    public static String checked(String what, String text) {
        if (hasControl(text)) {
            throw new IllegalArgumentException(what + " holds a line break or another control character");
        }
        return text;
    }

    /** {@code text} on one line: runs of forbidden characters and blanks become one space. */
    public static String onOneLine(String text) {
        if (isOnOneLine(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> isForbidden(c) || c == ' ' ? ' ' : c).forEach(c -> {
            boolean again = c == ' ' && (line.isEmpty() || line.charAt(line.length() - 1) == ' ');
            if (!again) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip();
    }

    /** The usual case, told without a copy: lists have millions of cells. */
    private static boolean isOnOneLine(String text) {
        boolean isAfterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && isAfterBlank)) {
                return false;
            }
            isAfterBlank = c == ' ';
        }
        return !isAfterBlank || text.isEmpty();
    }

    private static boolean isForbidden(int c) {
        // U+560A and U+560D end in the octets LF and CR: a writer that drops the high octet would break the line.
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> c == 0x560A || c == 0x560D;
        };
    }
}
