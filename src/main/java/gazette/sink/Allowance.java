package gazette.sink;

import java.util.concurrent.atomic.AtomicLong;

/** How many octets may be on their way into the sink at once, over all its connections. Safe to use from many threads. */
final class Allowance {
    /** Each octet is held up to four times until its message is whole; see {@link Meter}. */
    private static final int MOST_OCTETS = 8 << 20;

    private final AtomicLong taken = new AtomicLong();

    /** Whether there was room for so many more; they are to be given back. */
    boolean take(int octets) {
        boolean fits = taken.addAndGet(octets) <= MOST_OCTETS;
        if (!fits) {
            taken.addAndGet(-octets);
        }
        return fits;
    }

    void giveBack(long octets) {
        taken.addAndGet(-octets);
    }
}
