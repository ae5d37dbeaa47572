package gazette.delivery;

import java.nio.charset.StandardCharsets;

/** A message as the wire carries it: its lines, after DATA with their dots stuffed, or as one chunk. Immutable. */
final class Content {
    private static final Spliced END = Spliced.of(".\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /** After 354 to a message that has no recipient: nothing but the final dot. */
    static final Content NONE = ofDotless(Spliced.of());

    private final Spliced message;
    private final Spliced stuffed;

    private Content(Spliced message, Spliced stuffed) {
        this.message = message;
        this.stuffed = stuffed;
    }

    /** The content of {@code message}, whose lines end in CRLF. */
    static Content of(byte[] message) {
        byte[] ended = ended(message);
        Octets stuffed = new Octets(ended.length + 256);
        int from = 0;
        for (int i = 0; i < ended.length; i++) {
            if (ended[i] == '.' && (i == 0 || ended[i - 1] == '\n')) {
                stuffed.add(ended, from, i - from).add('.');
                from = i;
            }
        }
        stuffed.add(ended, from, ended.length - from);
        return new Content(Spliced.of(ended), Spliced.of(stuffed.toByteArray()));
    }

    private static byte[] ended(byte[] message) {
        boolean isEnded = message.length == 0 || message[message.length - 1] == '\n';
        return isEnded
                ? message
                : new Octets(message.length + 2).add(message).add(LINE_END).toByteArray();
    }

    /** The content of {@code message}, of which no line begins with a dot and the last one is ended; not copied. */
    static Content ofDotless(Spliced message) {
        return new Content(message, message);
    }

    /** What follows 354 (RFC 5321 section 4.5.2). The final dot is complete only with the last piece. */
    Pieces afterData() {
        return new Pieces(stuffed.and(END));
    }

    /** The octets of the message, that {@link #chunk} carries; how many they are goes before them. */
    int octets() {
        return message.length();
    }

    /** {@code commands}, and the message as it is behind the last of them (RFC 3030 section 2). */
    Pieces chunk(byte[] commands) {
        return new Pieces(Spliced.of(commands).and(message));
    }
}
