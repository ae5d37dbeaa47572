package gazette.sink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Undoes what was done to content for its transfer (RFC 2045 section 6), and does not mind what was done badly. */
final class Transfer {
    private static final int LETTERS_OF_A_GROUP = 4;

    private Transfer() {}

    /** @param encoding in lower case */
    static byte[] decoded(byte[] octets, int begin, int end, String encoding) {
        return switch (encoding) {
            case "base64" -> base64(octets, begin, end);
            case "quoted-printable" -> quotedPrintable(octets, begin, end);
            default -> copy(octets, begin, end);
        };
    }

    private static byte[] copy(byte[] octets, int begin, int end) {
        return Arrays.copyOfRange(octets, begin, end);
    }

    /** Other characters count for nothing (RFC 2045 section 6.8), nor does a group that is cut short of a whole octet. */
    private static byte[] base64(byte[] octets, int begin, int end) {
        byte[] letters = new byte[end - begin];
        int count = 0;
        for (int i = begin; i < end && octets[i] != '='; i++) {
            if (isLetter(octets[i])) {
                letters[count++] = octets[i];
            }
        }
        int whole = count % LETTERS_OF_A_GROUP == 1 ? count - 1 : count;
        return Base64.getDecoder().decode(new String(letters, 0, whole, StandardCharsets.US_ASCII));
    }

    private static boolean isLetter(byte octet) {
        return (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= '0' && octet <= '9')
                || octet == '+'
                || octet == '/';
    }

    /** A sign that means nothing stands for itself (RFC 2045 section 6.7). */
    private static byte[] quotedPrintable(byte[] octets, int begin, int end) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(end - begin);
        int at = begin;
        while (at < end) {
            if (octets[at] != '=') {
                plain.write(octets[at++]);
                continue;
            }
            int broken = softBreak(octets, at + 1, end);
            int value = at + 2 < end ? 16 * digit(octets[at + 1]) + digit(octets[at + 2]) : -1;
            if (broken > at) {
                at = broken;
            } else if (value >= 0) {
                plain.write(value);
                at += 3;
            } else {
                plain.write(octets[at++]);
            }
        }
        return plain.toByteArray();
    }

    /** Past a line end that {@code =} hides, with the blanks before it; -1 when none is there. */
    private static int softBreak(byte[] octets, int begin, int end) {
        int at = begin;
        while (at < end && (octets[at] == ' ' || octets[at] == '\t' || octets[at] == '\r')) {
            at++;
        }
        return at < end && octets[at] == '\n' ? at + 1 : -1;
    }

    /** So far below 0 for what is no digit that a pair with it is negative. */
    private static int digit(byte octet) {
        int digit = Character.digit((char) (octet & 0xFF), 16);
        return digit < 0 ? -1000 : digit;
    }
}
