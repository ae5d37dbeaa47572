package gazette.render;

import java.util.regex.Pattern;

/** A text that is too long for its place, cut at a word. */
final class Cut {
    /** What looks odd before an ellipsis. */
    private static final Pattern LOOSE_END = Pattern.compile("[\\s\\h,;:.…«“„(\\[–—·&-]+$");

    private Cut() {}

    /**
     * {@code text}, or as many of its words as fit and an ellipsis.
     *
     * @param longest in characters (code points), the ellipsis included; a word that alone is longer is cut between two
     */
    static String of(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        int end = text.offsetByCodePoints(0, longest - 1);
        int blank = text.lastIndexOf(' ', end);
        String kept = text.substring(0, blank > end / 3 ? blank : end);
        return LOOSE_END.matcher(kept).replaceFirst("") + "…";
    }
}
