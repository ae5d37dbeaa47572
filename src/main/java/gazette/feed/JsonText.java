package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** A JSON document as text: UTF-8 (RFC 8259 section 8.1), but for those who did not know. */
record JsonText(String text, String encoding) {
    static JsonText of(byte[] octets) {
        if (begins(octets, 0xEF, 0xBB, 0xBF)) {
            return decoded(octets, 3, "UTF-8");
        }
        if (begins(octets, 0xFE, 0xFF)) {
            return decoded(octets, 2, "UTF-16BE");
        }
        if (begins(octets, 0xFF, 0xFE)) {
            return decoded(octets, 2, "UTF-16LE");
        }
        if (octets.length > 1 && octets[0] == 0) {
            return decoded(octets, 0, "UTF-16BE");
        }
        if (octets.length > 1 && octets[1] == 0) {
            return decoded(octets, 0, "UTF-16LE");
        }
        return decoded(octets, 0, isUtf8(octets) ? "UTF-8" : "windows-1252");
    }

    private static boolean begins(byte[] octets, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (octets.length <= i || (octets[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] octets) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    /** What is before the first brace goes; so do control characters, which strings may not hold as they are. */
    private static JsonText decoded(byte[] octets, int from, String encoding) {
        String text = new String(octets, from, octets.length - from, Charset.forName(encoding));
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = Math.max(0, text.indexOf('{')); i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(c < ' ' ? ' ' : c);
        }
        return new JsonText(clean.toString(), encoding);
    }
}
