package gazette.render;

/**
 * Which characters of ASCII a text holds, so that most rules need no look at it.
 *
 * @param low a bit for each of the first 64
 * @param high a bit for each of the others
 */
record Ascii(long low, long high) {
    private static final int HALF = 64;

    static Ascii of(String text) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < HALF) {
                low |= 1L << c;
            } else if (c < 2 * HALF) {
                high |= 1L << c; // Java shifts by the last six bits alone
            }
        }
        return new Ascii(low, high);
    }

    /** Whether the text may hold {@code c}: surely not, if not. */
    boolean mayHold(char c) {
        return c >= 2 * HALF || ((c < HALF ? low : high) & 1L << c) != 0;
    }
}
