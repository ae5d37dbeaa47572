package gazette.render;

/**
 * The characters on either side of a quotation mark, and what they let it be. The ends of a text are blanks.
 */
record Neighbours(char before, char after) {
    private static final String BEFORE_A_QUOTE = "([{«“‘„—–-'’\"/";
    private static final String IN_A_QUOTE = "«“‘„'’([¿¡.…$€£-—–+";
    private static final String AFTER_A_QUOTE = ".,;:!?…)]}»”’'\"—–-/";

    static Neighbours of(String text, int at) {
        return new Neighbours(at == 0 ? ' ' : text.charAt(at - 1), at + 1 == text.length() ? ' ' : text.charAt(at + 1));
    }

    boolean mayOpen() {
        return (isBlank(before) || BEFORE_A_QUOTE.indexOf(before) >= 0)
                && (isWord(after) || IN_A_QUOTE.indexOf(after) >= 0);
    }

    boolean mayClose() {
        return !isBlank(before)
                && "([{«“‘„".indexOf(before) < 0
                && (isBlank(after) || AFTER_A_QUOTE.indexOf(after) >= 0);
    }

    boolean has(char sign) {
        return before == sign || after == sign;
    }

    boolean afterDigit() {
        return Character.isDigit(before);
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign) || Character.isSurrogate(sign) || sign == Kept.MARK;
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
