package gazette.delivery;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Octets in parts, one after the other, as if they were one array: most of a message is shared by all readers, and is
 * copied no sooner than on its way to the line. Immutable as long as nobody changes the parts.
 */
final class Spliced {
    private final byte[][] parts;

    /** Where it begins and ends, counted over all parts. */
    private final int begin;

    private final int end;

    private Spliced(byte[][] parts, int begin, int end) {
        this.parts = parts;
        this.begin = begin;
        this.end = end;
    }

    /** Keeps the parts, and copies none. */
    static Spliced of(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        return new Spliced(parts, 0, length);
    }

    int length() {
        return end - begin;
    }

    /** From octet {@code from} to before octet {@code to}, counted from 0; copies nothing. */
    Spliced cut(int from, int to) {
        if (from < 0 || to < from || to > length()) {
            throw new IndexOutOfBoundsException("octets " + from + " to " + to + " of " + length());
        }
        return new Spliced(parts, begin + from, begin + to);
    }

    /** This, and {@code more} behind it; both whole, and not cut. */
    Spliced and(Spliced more) {
        byte[][] both = Arrays.copyOf(parts, parts.length + more.parts.length);
        System.arraycopy(more.parts, 0, both, parts.length, more.parts.length);
        return new Spliced(both, begin, end + more.end);
    }

    /** Puts octets from {@code from} on into {@code into}, as many as there is room for; how many. */
    int copy(int from, ByteBuffer into) {
        int count = Math.min(into.remaining(), length() - from);
        int at = begin + from;
        int left = count;
        int partBegin = 0;
        for (int part = 0; left > 0; part++) {
            int inPart = at - partBegin;
            partBegin += parts[part].length;
            if (inPart < parts[part].length) {
                int some = Math.min(left, parts[part].length - inPart);
                into.put(parts[part], inPart, some);
                at += some;
                left -= some;
            }
        }
        return count;
    }

    /** A copy. */
    byte[] toByteArray() {
        byte[] octets = new byte[length()];
        copy(0, ByteBuffer.wrap(octets));
        return octets;
    }
}
