package gazette.markup;

import java.text.Normalizer;

/** Text without the characters that nobody sees, or that make it look like another. */
final class Characters {
    /** Accents piled on one letter; no language has more, and a million of them cost their square. */
    private static final int MOST_MARKS = 8;

    private Characters() {}

    /**
     * {@code text} in NFC, without controls, characters of no width, overrides of direction, private characters and halves
     * of pairs. Joiners stay where a script or an emoji needs them, marks of direction stay.
     */
    static String clean(String text) {
        if (text.chars().allMatch(Characters::isPlain)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int previous = ' ';
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MOST_MARKS && isKept(c, previous)) {
                kept.appendCodePoint(c == BULLET_OF_WORD ? '•' : c);
                previous = c;
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** What Word's own bullets come out as when they are pasted. */
    private static final int BULLET_OF_WORD = 0xF0B7;

    private static boolean isKept(int c, int previous) {
        return switch (c) {
            case '\t', '\n', '\f', '\r', 0x85, 0x2028, 0x2029, BULLET_OF_WORD -> true;
            case 0x200C, 0x200D -> previous >= FIRST_JOINED_SCRIPT;
            case 0x200E, 0x200F, 0x061C -> true;
            case 0x00AD, 0x034F, 0xFFFC -> false;
            default -> isSeen(c);
        };
    }

    /** Below are Latin, Greek, Cyrillic and Armenian, whose letters are never joined. */
    private static final int FIRST_JOINED_SCRIPT = 0x0590;

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
        };
    }

    /** ASCII and the letters of Western Europe, which are kept as they are. */
    private static boolean isPlain(int c) {
        return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t' || (c >= 0xA0 && c < 0x300 && c != 0xAD) || c == '’';
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Whether it breaks or separates words as HTML sees it; no-break blanks do not. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == 0x85;
    }

    /** Whether it is a blank that must not end a line: U+00A0, U+202F or U+2007. */
    static boolean isNoBreak(char c) {
        return c == 0x00A0 || c == 0x202F || c == 0x2007;
    }
}
