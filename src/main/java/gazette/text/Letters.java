package gazette.text;

import java.text.Normalizer;

/** Words as two readings of them are compared. */
final class Letters {
    private Letters() {}

    /** What typography, markup and line ends do not change: letters and digits, with accents composed. */
    static String of(String words) {
        StringBuilder letters = new StringBuilder(words.length());
        Normalizer.normalize(words, Normalizer.Form.NFC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
