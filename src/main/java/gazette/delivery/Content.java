package gazette.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The octets that follow 354: the message with its dots stuffed, and the final dot (RFC 5321 section 4.5.2), cut into
 * pieces. The final dot is complete only with the last piece, so a peer that did not get that one has no message.
 */
final class Content {
    /** Largest piece, in octets: what one TLS record carries (RFC 8446 section 5.1). */
    static final int PIECE = 16 * 1024;

    private static final byte[] END = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] lines;

    private Content(byte[] lines) {
        this.lines = lines;
    }

    /** The content of {@code message}, whose lines end in CRLF. */
    static Content of(byte[] message) {
        ByteArrayOutputStream stuffed = new ByteArrayOutputStream(message.length + 256);
        int from = 0;
        for (int i = 0; i < message.length; i++) {
            if (message[i] == '.' && (i == 0 || message[i - 1] == '\n')) {
                stuffed.write(message, from, i - from);
                stuffed.write('.');
                from = i;
            }
        }
        stuffed.write(message, from, message.length - from);
        if (message.length > 0 && message[message.length - 1] != '\n') {
            stuffed.writeBytes(new byte[] {'\r', '\n'});
        }
        return new Content(stuffed.toByteArray());
    }

    /** The content of {@code message}, of which no line begins with a dot and the last one is ended; not copied. */
    static Content ofDotless(byte[] message) {
        return new Content(message);
    }

    /** How many pieces there are, at least 1. */
    int pieces() {
        return (lines.length + END.length + PIECE - 1) / PIECE;
    }

    /** Writes one piece in one call; {@code piece} counts from 0. */
    void write(int piece, OutputStream out) throws IOException {
        int from = piece * PIECE;
        if (from + PIECE <= lines.length) {
            out.write(lines, from, PIECE);
        } else {
            out.write(ending(from, Math.min(from + PIECE, lines.length + END.length)));
        }
    }

    /** The octets of a piece that has some of the final dot's line, or all. */
    private byte[] ending(int from, int to) {
        byte[] piece = from < lines.length ? Arrays.copyOfRange(lines, from, lines.length) : new byte[0];
        int own = piece.length;
        byte[] whole = Arrays.copyOf(piece, to - from);
        System.arraycopy(END, Math.max(0, from - lines.length), whole, own, whole.length - own);
        return whole;
    }
}
