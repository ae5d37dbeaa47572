package gazette.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The octets that follow 354: the message with its dots stuffed, and the final dot (RFC 5321 section 4.5.2), cut into
 * pieces. The final dot is complete only with the last piece, so a peer that did not get that one has no message.
 */
final class Content {
    /** Largest piece, in octets: what one TLS record carries (RFC 8446 section 5.1). */
    static final int PIECE = 16 * 1024;

    private final byte[] octets;

    private Content(byte[] octets) {
        this.octets = octets;
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
        stuffed.writeBytes(new byte[] {'.', '\r', '\n'});
        return new Content(stuffed.toByteArray());
    }

    /** How many pieces there are, at least 1. */
    int pieces() {
        return (octets.length + PIECE - 1) / PIECE;
    }

    /** Writes one piece in one call; {@code piece} counts from 0. */
    void write(int piece, OutputStream out) throws IOException {
        int from = piece * PIECE;
        out.write(octets, from, Math.min(PIECE, octets.length - from));
    }
}
