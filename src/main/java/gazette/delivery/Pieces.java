package gazette.delivery;

import java.nio.ByteBuffer;

/**
 * Octets in two parts, one after the other, cut into pieces for the line. A peer that did not get the last piece did not
 * get the end of the second part. Immutable.
 */
final class Pieces {
    /** Largest piece, in octets: what one TLS record carries (RFC 8446 section 5.1). */
    static final int PIECE = 16 * 1024;

    private final byte[] first;
    private final byte[] second;

    /** Keeps both arrays, and copies neither. */
    Pieces(byte[] first, byte[] second) {
        this.first = first;
        this.second = second;
    }

    /** How many there are, at least 1. */
    int count() {
        return Math.max(1, (length() + PIECE - 1) / PIECE);
    }

    private int length() {
        return first.length + second.length;
    }

    /** One piece, counted from 0, and {@code after} behind it; not to be changed. */
    ByteBuffer piece(int piece, byte[] after) {
        int begin = piece * PIECE;
        int end = Math.min(begin + PIECE, length());
        if (after.length == 0 && end <= first.length) {
            return ByteBuffer.wrap(first, begin, end - begin);
        }
        if (after.length == 0 && begin >= first.length) {
            return ByteBuffer.wrap(second, begin - first.length, end - begin);
        }
        ByteBuffer joined = ByteBuffer.allocate(end - begin + after.length);
        put(first, begin, end, joined);
        put(second, begin - first.length, end - first.length, joined);
        return joined.put(after).flip();
    }

    private static void put(byte[] part, int from, int to, ByteBuffer joined) {
        int begin = Math.max(0, from);
        int end = Math.min(part.length, to);
        if (begin < end) {
            joined.put(part, begin, end - begin);
        }
    }
}
