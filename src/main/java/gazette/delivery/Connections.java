package gazette.delivery;

/**
 * How many connections an account has at once. A server that takes no more while some are at work is believed: their
 * number is the most then, and one more is tried after each quiet minute. Safe to use from many threads; guarded by its
 * own lock.
 */
final class Connections {
    private static final double QUIET_SECONDS = 60;

    private final int most;
    private final Time time;
    private int allowed;
    private long lowered;
    private int open;
    private int working;

    Connections(int most, Time time) {
        this.most = most;
        this.time = time;
        this.allowed = most;
        this.lowered = time.now();
    }

    /** Whether one more may be opened; it counts until {@link #closed}. */
    synchronized boolean opens() {
        if (allowed < most && time.since(lowered) >= QUIET_SECONDS) {
            allowed++;
            lowered = time.now();
        }
        if (open >= allowed) {
            return false;
        }
        open++;
        return true;
    }

    /** One that is open got its first message through. */
    synchronized void works() {
        working++;
    }

    synchronized void closed(boolean worked) {
        open--;
        working -= worked ? 1 : 0;
    }

    /** The server takes no more. */
    synchronized void refused() {
        if (working > 0) {
            allowed = Math.min(allowed, working);
            lowered = time.now();
        }
    }

    synchronized int allowed() {
        return allowed;
    }
}
