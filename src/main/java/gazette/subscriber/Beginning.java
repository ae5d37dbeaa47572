package gazette.subscriber;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Letters that a word begins with, as somebody types who looks for it: as they are, in small letters, or with a capital in
 * front.
 */
public record Beginning(String letters) {
    /** After everything that begins with the letters that stand before it. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /** The letters in each way that they may be meant. */
    public List<String> spellings() {
        String small = letters.toLowerCase(Locale.ROOT);
        int first = small.isEmpty() ? 0 : small.offsetByCodePoints(0, 1);
        String capital = small.substring(0, first).toUpperCase(Locale.ROOT) + small.substring(first);
        return Stream.of(letters, small, capital).distinct().toList();
    }

    /** The same for words of which the letters A to Z are small, and all others as they were written. */
    public List<String> smallSpellings() {
        return spellings().stream().map(Beginning::small).distinct().toList();
    }

    /** The word with its letters A to Z small. */
    public static String small(String word) {
        StringBuilder small = new StringBuilder(word);
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                small.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return small.toString();
    }

    /** What all words that begin with {@code spelling} are less than, by code points. */
    public static String end(String spelling) {
        return spelling + LAST;
    }
}
