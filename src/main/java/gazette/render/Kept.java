package gazette.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a text that no rule looks into.
 *
 * @param start its first character
 * @param end after its last
 */
record Kept(int start, int end) {
    /** What stands for such a stretch while the text around it is set. A text that holds it already keeps it. */
    static final char MARK = '\uE0F9';

    /** A word with one of these, or with a dot or a colon inside, may hold one. */
    private static final String SIGNS = "@#/&" + Field.BEGIN + MARK;

    private static final String FILES = "txt|md|html?|pdf|csv|json|xml|ya?ml|jpe?g|png|gif|svg|webp|docx?|xlsx?|odt|zip"
            + "|gz|java|js|py|css|ftlh?|properties|eml|log|sh|exe";

    private static final Pattern PATTERN = Pattern.compile(String.join(
            "|",
            String.valueOf(MARK),
            "`[^`]*`",
            Field.BEGIN + "[^" + Field.END + "]*" + Field.END,
            "(?i:(?:https?|ftp)://|www\\.|mailto:|tel:)[^\\s\\h«»<>\"“”]+",
            "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+",
            "(?<![\\p{L}\\p{N}.-])(?:[\\p{L}\\p{N}-]++\\.)++[\\p{L}\\p{N}-]++/[^\\s\\h«»<>\"“”]*",
            "(?<![\\p{L}\\p{N}._-])[\\p{L}\\p{N}._-]++(?<=\\.(?i:" + FILES + "))",
            "(?<![\\p{L}\\p{N}._-])v?\\d++(?:\\.\\d++)++-\\p{L}[\\p{L}\\p{N}.+-]*",
            "(?<![\\p{L}\\p{N}])[@#][\\p{L}\\p{N}_]+(?:'[\\p{L}\\p{N}_]+)?(?:[._-]+[\\p{L}\\p{N}_]+)*",
            "&(?:#x?)?[0-9A-Za-z]+;"));

    /** All in {@code text}, in their order. */
    static List<Kept> in(String text) {
        List<Kept> all = new ArrayList<>();
        Matcher found = PATTERN.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        if (text.indexOf('`') >= 0) { // code alone holds blanks
            add(all, found);
            return all;
        }
        for (int from = 0, to; from < text.length(); from = to + 1) {
            to = endOfWord(text, from);
            if (mayHoldOne(text, from, to)) {
                add(all, found.region(from, to));
            }
        }
        return all;
    }

    private static void add(List<Kept> all, Matcher found) {
        while (found.find()) {
            all.add(new Kept(found.start(), found.end()));
        }
    }

    private static int endOfWord(String text, int from) {
        int to = from;
        while (to < text.length() && !isBlank(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean mayHoldOne(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            boolean inside = i + 1 < to && (sign == '.' || sign == ':');
            if (inside || ((sign < 'a' || sign > 'z') && SIGNS.indexOf(sign) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char sign) {
        return sign <= ' ' || (sign >= '\u00A0' && Character.isSpaceChar(sign));
    }
}
