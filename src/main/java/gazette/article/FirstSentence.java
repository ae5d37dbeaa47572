package gazette.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentence of a text, French or English. */
public final class FirstSentence {
    /** Where a sentence may end: its marks, the quotes and brackets it closes, and the blank before the next one. */
    private static final Pattern MARKS = Pattern.compile("(?:\\.{2,}|[.!?…。！？])+(?<closed>(?:\\h?»|[”’\"')\\]])*)");

    /** Words that keep their stop before a name. */
    private static final Set<String> BEFORE_NAMES = Set.of(
            "m mm mr mrs ms mme mlle dr pr prof st ste sgt lt gén gen cdt capt rev sen rep gov hon av bd bibl cf réf vs"
                    .split(" "));

    /** Words that keep their stop before a number, and are ordinary words elsewhere: «l’art. 12», «le 3 sept. 2024». */
    private static final Set<String> BEFORE_NUMBERS =
            Set.of(("art chap ch col env fig int max min n no nos num p pp par sect t tél tel v vol approx ann apr"
                            + " janv févr avr juil sept oct nov déc jan feb mar jun jul aug dec")
                    .split(" "));

    /** Letters with a stop each, or an initial: {@code P.-D.G.}, {@code U.S.}, {@code J.-C.} */
    private static final Pattern LETTERS = Pattern.compile("(?:\\p{L}\\.-?)+\\p{L}|\\p{Lu}");

    private FirstSentence() {}

    /**
     * The beginning of {@code text} up to the end of its first sentence, marks and closing quotes included; all of it
     * when it is one sentence. A stop after an abbreviation, an initial or a number's digit ends nothing.
     */
    public static String of(String text) {
        Matcher marks = MARKS.matcher(text);
        while (marks.find()) {
            if (isEnd(text, marks)) {
                return text.substring(0, marks.end());
            }
        }
        return text;
    }

    private static boolean isEnd(String text, Matcher marks) {
        int next = marks.end();
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        boolean spaced = next > marks.end();
        return spaced
                && begins(text.codePointAt(next))
                && !(marks.group().equals(".") && isAbbreviated(text, marks.start(), text.charAt(next)));
    }

    /** A sentence may begin with anything but a small letter and what only goes on with one. */
    private static boolean begins(int c) {
        return !Character.isLowerCase(c) && ",;:!?.…)]»%/&".indexOf(c) < 0;
    }

    private static boolean isAbbreviated(String text, int stop, char next) {
        int from = stop;
        while (from > 0 && isOfWord(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, stop);
        String small = word.toLowerCase(Locale.ROOT);
        return LETTERS.matcher(word).matches()
                || BEFORE_NAMES.contains(small)
                || (BEFORE_NUMBERS.contains(small) && Character.isDigit(next));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '.' || c == '-';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
