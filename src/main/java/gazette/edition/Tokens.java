package gazette.edition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text as numbers: equal words have equal ones, whatever their case, accents, apostrophes and blanks. One
 * letter alone is no word, so that «l’eau» and «eau» agree; a figure is one word however its thousands are set off.
 */
final class Tokens {
    /** Ends of sentences and openings of quotations: a capital after one of them says nothing. */
    private static final String STARTS = ".!?:«“\"\n…—–";

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private final String text;
    private final int[] tokens;
    private int size;
    private boolean isFresh = true;

    private Tokens(String text, int most) {
        this.text = text;
        this.tokens = new int[most];
    }

    /** The first {@code most} words of {@code text}. */
    static int[] of(String text, int most) {
        Tokens tokens = new Tokens(text, most);
        tokens.read();
        return Arrays.copyOf(tokens.tokens, tokens.size);
    }

    /** Whether the word is a number, or a name: begins with a capital inside a sentence. */
    static boolean isStrong(int token) {
        return (token & 1) == 1;
    }

    /** The same words, whether they are names or not: titles are written in capitals as one likes. */
    static int[] alike(int[] tokens) {
        return Arrays.stream(tokens).map(token -> token & ~1).toArray();
    }

    private void read() {
        int at = 0;
        while (at < text.length() && size < tokens.length) {
            int letter = text.codePointAt(at);
            if (Character.isIdeographic(letter)) {
                add(Character.toString(letter), false);
                at += Character.charCount(letter);
            } else if (Character.isLetterOrDigit(letter)) {
                at = Character.isDigit(letter) ? number(at) : word(at);
            } else {
                isFresh |= STARTS.indexOf(letter) >= 0;
                at += Character.charCount(letter);
            }
        }
    }

    private int word(int start) {
        int end = start;
        while (end < text.length() && isInside(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        if (text.codePointCount(start, end) > 1) {
            boolean isName = !isFresh && Character.isUpperCase(text.codePointAt(start));
            add(text.substring(start, end), isName);
            isFresh = false;
        }
        return end;
    }

    private static boolean isInside(int letter) {
        return (Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK)
                && !Character.isIdeographic(letter);
    }

    /** Digits, with what sets off thousands and decimals between them left out. */
    private int number(int start) {
        StringBuilder digits = new StringBuilder();
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                digits.append(c);
            } else if (!separates(at)) {
                break;
            }
            at++;
        }
        add(digits.toString(), true);
        isFresh = false;
        return at;
    }

    private boolean separates(int at) {
        return (Character.isSpaceChar(text.charAt(at)) || ".,'’".indexOf(text.charAt(at)) >= 0)
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private void add(String word, boolean isStrong) {
        int hash = folded(word).hashCode() * 0x9E3779B1;
        tokens[size++] = isStrong ? hash | 1 : hash & ~1;
    }

    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        String spelt = lower.replace("œ", "oe").replace("æ", "ae");
        return MARKS.matcher(Normalizer.normalize(spelt, Normalizer.Form.NFD)).replaceAll("");
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
