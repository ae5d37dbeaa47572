package gazette.delivery;

import java.time.Duration;

/**
 * How long nobody connects after connections failed. All connections share one, because they share the server. Safe to
 * use from many threads; guarded by its own lock.
 */
final class Backoff {
    /** Broken sessions in a row, none of which settled anything, that count as a server which is away. */
    private static final int BROKEN_IN_A_ROW = 3;

    private final Duration first;
    private final Duration longest;
    private long until = System.nanoTime();
    private Duration next;
    private int broken;

    /**
     * @param first the wait after the first failure; each further one in a row doubles it
     * @param longest no wait is longer; what a person has to mend waits as long at once
     */
    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** From one second to a minute. */
    static Backoff standard() {
        return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    /** What is left of the wait; zero when connections may be tried. */
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    /**
     * Takes a connection's end into account; the wait that it begins, zero for none. Connections that fail together
     * count as one failure.
     *
     * @param settled whether the connection got anything done
     */
    synchronized Duration after(Parting.Kind kind, boolean settled) {
        return switch (kind) {
            case DONE -> well();
            case LOST -> settled || ++broken < BROKEN_IN_A_ROW ? lost(settled) : away(next);
            case UNREACHABLE -> away(next);
            case REFUSED -> away(longest);
        };
    }

    /** The store failed: the wait that begins now. It stays short, because asking a store costs nobody anything. */
    synchronized Duration afterStoreFailure() {
        until = System.nanoTime() + first.toNanos();
        return first;
    }

    private Duration lost(boolean settled) {
        return settled ? well() : Duration.ZERO;
    }

    private Duration well() {
        next = first;
        broken = 0;
        return Duration.ZERO;
    }

    private Duration away(Duration wait) {
        if (!left().isZero()) {
            return Duration.ZERO;
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        until = System.nanoTime() + wait.toNanos();
        return wait;
    }
}
