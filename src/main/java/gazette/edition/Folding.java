package gazette.edition;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words as rules compare them: without case, accents, punctuation and the ways to write one letter ({@code œ} is
 * {@code oe}). Takes time in proportion to the text, whatever is in it.
 */
final class Folding {
    /** Below this, what becomes of a character is looked up: all that French and English texts are made of. */
    private static final int LATIN = 0x250;
    /** Below this, words have blanks between them. */
    private static final int WITHOUT_BLANKS = 0x0E00;

    /** Filled as letters are met; whichever thread is first writes what all would. */
    private static final @Nullable String[] FOLDED = new String[LATIN];

    private final StringBuilder words = new StringBuilder(" ");
    /** Whether the next letter goes on with the word before it. */
    private boolean inWord;

    private Folding() {}

    /**
     * The words of {@code text}, each between two spaces: {@code " l energie "} of «L’Énergie». A run of Chinese,
     * Japanese or Thai, which has no blanks between words, is a word a character. One space when there is no word.
     */
    static String words(String text) {
        Folding folding = new Folding();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            folding.add(text.codePointAt(i));
        }
        return folding.words.append(folding.inWord ? " " : "").toString();
    }

    private void add(int c) {
        if (Character.getType(c) == Character.FORMAT || isAccent(c)) {
            return; // a soft hyphen, a joiner: not there to be read
        }
        int lower = Character.toLowerCase(c);
        if (lower < LATIN || Character.isIdeographic(c)) {
            spell(lower);
        } else {
            // One character at a time: putting a long run of accents in order takes quadratic time.
            Normalizer.normalize(Character.toString(lower), Form.NFKD)
                    .codePoints()
                    .forEach(this::spell);
        }
    }

    private void spell(int c) {
        if (c < LATIN) {
            String folded = folded(c);
            for (int i = 0; i < folded.length(); i++) {
                append(folded.charAt(i));
            }
        } else {
            append(c);
        }
    }

    private void append(int c) {
        if (isAccent(c)) {
            return;
        }
        boolean goesOn = isMark(c) || (inWord && (c == '+' || c == '#')); // C++, C#, Canal+
        if (!goesOn && !Character.isLetterOrDigit(c)) {
            end();
            return;
        }
        boolean alone = standsAlone(c);
        if (alone) {
            end();
        }
        if (inWord || alone || !goesOn) {
            words.appendCodePoint(lower(c));
            inWord = true;
        }
        if (alone) {
            end();
        }
    }

    private void end() {
        if (inWord) {
            words.append(' ');
            inWord = false;
        }
    }

    private static int lower(int c) {
        int lower = Character.toLowerCase(c);
        return lower == 'ς' ? 'σ' : lower;
    }

    /** Marks that make no other letter: accents, and the points of Hebrew and Arabic. */
    private static boolean isAccent(int c) {
        return (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x0483 && c <= 0x0487)
                || (c >= 0x0591 && c <= 0x06ED && Character.getType(c) == Character.NON_SPACING_MARK)
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x1DFF)
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xFE20 && c <= 0xFE2F);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int c) {
        if (c < WITHOUT_BLANKS) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static String folded(int c) {
        String known = FOLDED[c];
        if (known == null) {
            known = Normalizer.normalize(Character.toString(c), Form.NFKD)
                    .toLowerCase(Locale.ROOT)
                    .replace("œ", "oe")
                    .replace("æ", "ae")
                    .replace("ß", "ss")
                    .replace('ø', 'o')
                    .replace('ł', 'l')
                    .replace('đ', 'd')
                    .replace('ı', 'i');
            FOLDED[c] = known;
        }
        return known;
    }
}
