package gazette.article;

/**
 * Blanks as newsrooms type them. {@link String#strip}, {@link String#isBlank} and {@code \s} all leave U+00A0 and U+202F
 * alone, which French texts are full of.
 */
public final class Blanks {
    private Blanks() {}

    /** Whether nothing of {@code text} would be seen. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Blanks::isBlank);
    }

    /** {@code text} without blanks at its ends; every run inside, no-break or not, is one ordinary space. */
    public static String fold(String text) {
        return collapse(text, true);
    }

    /** {@code text} without blanks at its ends; runs inside are one space, but no-break spaces stay what they are. */
    public static String tidy(String text) {
        return collapse(text, false);
    }

    private static String collapse(String text, boolean foldsNoBreak) {
        int[] points = text.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && isBlank(points[from])) {
            from++;
        }
        while (to > from && isBlank(points[to - 1])) {
            to--;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = from; i < to; i++) {
            boolean blank = foldsNoBreak ? isBlank(points[i]) : Character.isWhitespace(points[i]);
            if (!blank) {
                line.appendCodePoint(points[i]);
            } else if (!gap) {
                line.append(' ');
            }
            gap = blank;
        }
        return line.toString();
    }

    private static boolean isBlank(int c) {
        return switch (c) {
            case 0x200B, 0x2060, 0xFEFF -> true; // of no width; editors leave them at the ends of lines
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c);
        };
    }
}
