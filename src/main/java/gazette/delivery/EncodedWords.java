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
    private static final int FRAME = Q.length() + END.length();

    private EncodedWords() {}

    /**
     * The words of {@code text}, to be joined by blanks; no character is cut in two (RFC 2047 section 5).
     *
     * @param first room for the first word, at least 40 octets
     */
    static List<String> of(String text, int first) {
        boolean mostlyAscii = qLength(text) <= base64Length(Utf8.length(text));
        List<String> words = new ArrayList<>();
        int room = Math.min(first, MAX) - FRAME;
        int from = 0;
        int weight = 0;
        for (int i = 0; i < text.length(); ) {
            int point = Utf8.pointAt(text, i);
            int more = mostlyAscii ? qLength(point) : Utf8.length(point);
            if ((mostlyAscii ? weight + more : base64Length(weight + more)) > room) {
                words.add(word(text.substring(from, i), mostlyAscii));
                from = i;
                weight = 0;
                room = MAX - FRAME;
            }
            weight += more;
            i += Character.charCount(point);
        }
        words.add(word(text.substring(from), mostlyAscii));
        return words;
    }

    private static String word(String part, boolean mostlyAscii) {
        return mostlyAscii
                ? Q + q(part) + END
                : B + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)) + END;
    }

    private static int base64Length(int octets) {
        return (octets + 2) / 3 * 4;
    }

    private static int qLength(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            length += qLength(point);
            i += Character.charCount(point) - 1;
        }
        return length;
    }

    private static int qLength(int point) {
        return point == ' ' || isBare(point) ? 1 : 3 * Utf8.length(point);
    }

    /** The few characters that may stand bare in a phrase too (RFC 2047 section 5, rule 3). */
    private static boolean isBare(int point) {
        return point < 0x80 && (Character.isLetterOrDigit(point) || "!*+-/".indexOf(point) >= 0);
    }

    /** The Q encoding. */
    private static String q(String part) {
        StringBuilder encoded = new StringBuilder(3 * part.length());
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            int c = octet & 0xFF;
            if (c == ' ') {
                encoded.append('_');
            } else if (isBare(c)) {
                encoded.append((char) c);
            } else {
                encoded.append('=').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static char hex(int nibble) {
        return "0123456789ABCDEF".charAt(nibble);
    }
}
