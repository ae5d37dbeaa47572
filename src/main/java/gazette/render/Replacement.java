package gazette.render;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the same characters wherever a pattern is found.
 *
 * @param signs a text without any of these is not looked through; empty: each is
 * @param starts the characters that a match begins at; empty: any
 */
record Replacement(List<String> signs, String starts, Pattern pattern, String replacement) implements PrintersRule {
    /** What a pattern takes for a letter. */
    static final String LETTER = "[\\p{L}\\p{M}]";

    /** What {@code \\h} takes for a blank. */
    static final String BLANKS = " \u00A0\u202F\t\u1680\u180E\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
            + "\u2009\u200A\u205F\u3000";

    private static final String[] DIGITS = "0123456789".split("");

    Replacement {
        signs = List.copyOf(signs);
    }

    /** Found by {@code pattern}, at any of {@code starts} alone, in texts with one of {@code signs}. */
    static Replacement put(String starts, String pattern, String replacement, String... signs) {
        return new Replacement(List.of(signs), starts, Pattern.compile(pattern), replacement);
    }

    /** A no-break space for the blanks between what {@code before} and {@code after} match; both look, neither takes. */
    static Replacement hold(String before, String after, String... signs) {
        return put(BLANKS, "(?<=" + before + ")\\h+(?=" + after + ")", "\u00A0", signs);
    }

    /** As {@link #hold}, for a number before or after the blanks. */
    static Replacement holdNumber(String before, String after) {
        return hold(before, after, DIGITS);
    }

    /** As {@link #put}, in texts with a digit. */
    static Replacement putAtNumber(String starts, String pattern, String replacement) {
        return put(starts, pattern, replacement, DIGITS);
    }

    @Override
    public void set(Galley galley) {
        if (signs.isEmpty() || isIn(galley)) {
            galley.replace(pattern, starts, replacement);
        }
    }

    private boolean isIn(Galley galley) {
        for (String sign : signs) {
            if (galley.holds(sign)) {
                return true;
            }
        }
        return false;
    }
}
