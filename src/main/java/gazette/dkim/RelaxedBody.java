package gazette.dkim;

import java.io.ByteArrayOutputStream;

/**
 * A body in relaxed canonical form (RFC 6376 section 3.4.4), octet by octet: no blanks before a line end, one space for
 * any others, no empty lines at the end, and the last line ended. Writes what is certain; what depends on the octets to
 * come waits. One thread.
 */
final class RelaxedBody {
    /** Where the canonical form goes. */
    interface Sink {
        void take(byte[] octets, int from, int to);
    }

    private static final int ROOM = 512;

    private final Sink sink;
    private final byte[] written = new byte[ROOM];
    private int length;
    private int lineEnds;
    private boolean blank;
    private boolean half;
    private boolean empty = true;

    RelaxedBody(Sink sink) {
        this.sink = sink;
    }

    /** The same state, which writes to another sink. Nothing written waits here between two calls. */
    RelaxedBody copy(Sink other) {
        RelaxedBody copy = new RelaxedBody(other);
        copy.lineEnds = lineEnds;
        copy.blank = blank;
        copy.half = half;
        copy.empty = empty;
        return copy;
    }

    void add(byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            add(octets[i]);
        }
        flush();
    }

    private void add(byte octet) {
        if (half) {
            half = false;
            if (octet == '\n') {
                lineEnds++;
                blank = false;
                return;
            }
            visible((byte) '\r');
        }
        if (octet == '\r') {
            half = true;
        } else if (Blanks.isBlank(octet)) {
            blank = true;
        } else {
            visible(octet);
        }
    }

    private void visible(byte octet) {
        settle();
        write(octet);
    }

    /** Writes what waited: something visible follows. */
    private void settle() {
        for (; lineEnds > 0; lineEnds--) {
            write((byte) '\r');
            write((byte) '\n');
        }
        if (blank) {
            write((byte) ' ');
            blank = false;
        }
        empty = false;
    }

    /**
     * The same as {@link #add} for octets whose first and last are visible, when {@code canonical} is what they come to:
     * whatever stands around them.
     */
    void addCanonical(byte[] canonical, int from, int to) {
        if (half) {
            half = false;
            visible((byte) '\r');
        }
        settle();
        flush();
        sink.take(canonical, from, to);
    }

    void end() {
        if (half) {
            half = false;
            visible((byte) '\r');
        }
        if (!empty) {
            write((byte) '\r');
            write((byte) '\n');
        }
        flush();
    }

    private void write(byte octet) {
        if (length == ROOM) {
            flush();
        }
        written[length++] = octet;
    }

    private void flush() {
        sink.take(written, 0, length);
        length = 0;
    }

    /** The canonical form of octets of which the first and the last are visible. */
    static byte[] within(byte[] octets, int from, int to) {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(to - from);
        new RelaxedBody((part, start, end) -> canonical.write(part, start, end - start)).add(octets, from, to);
        return canonical.toByteArray();
    }
}
