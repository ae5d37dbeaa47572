package gazette.sink;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Reads lines and words out of octets that may be anything. */
final class Octets {
    private Octets() {}

    /** Where the line after the one at {@code at} begins; {@code end} when that was the last. */
    static int nextLine(byte[] octets, int at, int end) {
        for (int i = at; i < end; i++) {
            if (octets[i] == '\n') {
                return i + 1;
            }
        }
        return end;
    }

    /** As UTF-8; what is none as ISO 8859-1, which is never wrong. */
    static String words(byte[] octets, int begin, int end) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, begin, end - begin))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(octets, begin, end - begin, StandardCharsets.ISO_8859_1);
        }
    }

    /** In the charset of this name; one that nobody knows counts as not said. */
    static String words(byte[] octets, String charset) {
        try {
            return charset.isEmpty() ? words(octets, 0, octets.length) : new String(octets, Charset.forName(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return words(octets, 0, octets.length);
        }
    }
}
