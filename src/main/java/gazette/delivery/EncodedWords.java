package gazette.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Text beyond ASCII as a header writes it: UTF-8 in encoded words (RFC 2047 section 2). */
final class EncodedWords {
    /** Longest encoded word, in octets (RFC 2047 section 2). */
    static final int MAX = 75;

    private static final String Q = "=?UTF-8?Q?";
    private static final String B = "=?UTF-8?B?";
    private static final String END = "?=";

    private EncodedWords() {}

    /**
     * The words of {@code text}, to be joined by blanks; no character is cut in two (RFC 2047 section 5).
     *
     * @param first room for the first word, at least 40 octets
     */
    static List<String> of(String text, int first) {
        boolean mostlyAscii = q(text).length() <= (text.getBytes(StandardCharsets.UTF_8).length + 2) / 3 * 4;
        List<String> words = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String longer = part + Character.toString(c);
            int room = words.isEmpty() ? Math.min(first, MAX) : MAX;
            if (word(longer, mostlyAscii).length() > room) {
                words.add(word(part.toString(), mostlyAscii));
                part.setLength(0);
            }
            part.appendCodePoint(c);
        }
        words.add(word(part.toString(), mostlyAscii));
        return words;
    }

    private static String word(String part, boolean mostlyAscii) {
        return mostlyAscii
                ? Q + q(part) + END
                : B + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)) + END;
    }

    /** The Q encoding with the few characters that may stand bare in a phrase too (RFC 2047 section 5, rule 3). */
    private static String q(String part) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c == ' ') {
                encoded.append('_');
            } else if (c < 128 && (Character.isLetterOrDigit(c) || "!*+-/".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('=').append(hex(octet >> 4)).append(hex(octet));
            }
        }
        return encoded.toString();
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 0xF, 16));
    }
}
