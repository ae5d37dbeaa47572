package gazette.delivery;

/**
 * Octets cut into pieces for the line: the last one is small, and a peer that did not get it did not get the end. Those
 * before it are as large as a line takes at once. Immutable.
 */
final class Pieces {
    /** Largest last piece, in octets: what one TLS record carries (RFC 8446 section 5.1). */
    static final int LAST = 16 * 1024;

    /** Largest piece before it, in octets. */
    static final int LARGEST = 64 * 1024;

    private final Spliced octets;

    Pieces(Spliced octets) {
        this.octets = octets;
    }

    /** How many there are, at least 1. */
    int count() {
        return 1 + (beforeLast() + LARGEST - 1) / LARGEST;
    }

    private int beforeLast() {
        return Math.max(0, octets.length() - LAST);
    }

    /** One piece before the last, counted from 0. */
    Spliced piece(int piece) {
        int begin = piece * LARGEST;
        return octets.cut(begin, Math.min(begin + LARGEST, beforeLast()));
    }

    /** The last piece, and {@code after} behind it in the same write. */
    Spliced last(byte[] after) {
        return octets.and(Spliced.of(after)).cut(beforeLast(), octets.length() + after.length);
    }
}
