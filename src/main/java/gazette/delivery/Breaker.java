package gazette.delivery;

import java.time.Duration;

/**
 * Whether an account's workers may connect. It opens when its server cannot be had, or objects to us, and lets one probe
 * through when the wait is over: the probe closes it, or doubles the wait. A connection that fails while others work says
 * nothing about the server. Safe to use from many threads; guarded by its own lock.
 */
final class Breaker {
    /** Broken sessions, or objections to us, in a row that count as a server which cannot be used. */
    private static final int IN_A_ROW = 3;

    /** How soon the others ask again while a probe is out. */
    private static final Duration PROBING = Duration.ofMillis(50);

    private final Duration first;
    private final Duration longest;
    private final Time time;

    private boolean open;
    private boolean refused;
    private boolean probing;
    private long until;
    private long lastSuccess;
    private Duration next;
    private int broken;
    private int objections;

    /**
     * @param first the wait after the first failure; each further one in a row doubles it
     * @param longest no wait is longer; what a person has to mend waits as long at once
     */
    Breaker(Duration first, Duration longest, Time time) {
        this.first = first;
        this.longest = longest;
        this.time = time;
        this.next = first;
        this.until = time.now();
        this.lastSuccess = time.now() - 1;
    }

    /** From one second to a minute. */
    static Breaker standard(Time time) {
        return new Breaker(Duration.ofSeconds(1), Duration.ofMinutes(1), time);
    }

    /** Zero when the caller may connect; it is the probe when the breaker was open. Else how long to wait. */
    synchronized Duration ask() {
        if (!open) {
            return Duration.ZERO;
        }
        Duration left = time.until(until);
        if (!left.isZero() || probing) {
            return left.isZero() ? PROBING : left;
        }
        probing = true;
        return Duration.ZERO;
    }

    /** The shortest wait. */
    Duration first() {
        return first;
    }

    /** Whether the server cannot be had at present. */
    synchronized boolean isOpen() {
        return open;
    }

    /** Whether the server does not want us: sessions that are under way should end, too. */
    synchronized boolean isRefused() {
        return open && refused && !probing;
    }

    /** A message was taken, or a reader refused: the server works. Whether it was away before. */
    synchronized boolean worked() {
        boolean back = open;
        open = false;
        refused = false;
        probing = false;
        next = first;
        broken = 0;
        objections = 0;
        lastSuccess = time.now();
        return back;
    }

    /** Whoever was let through had nothing to deliver. */
    synchronized void unused() {
        probing = false;
    }

    /** The server objects to us, in a session that goes on; the wait that it begins, zero for none. */
    synchronized Duration objected() {
        return ++objections >= IN_A_ROW || open ? away(longest, true) : Duration.ZERO;
    }

    /**
     * Takes a connection's end into account; the wait that it begins, zero for none. Connections that fail together
     * count as one failure.
     *
     * @param begun when it was begun, by the time's nanoseconds
     * @param settled whether the connection got anything done
     */
    synchronized Duration parted(Parting.Kind kind, long begun, boolean settled) {
        return switch (kind) {
            case DONE -> done();
            case LOST -> lost(settled);
            case UNREACHABLE, BUSY -> othersWork(begun) ? Duration.ZERO : away(next, false);
            case REFUSED -> away(longest, true);
        };
    }

    /** A session that ended well closes the breaker, unless the server objected to us in it. */
    private Duration done() {
        if (objections == 0) {
            worked();
        }
        probing = false;
        return Duration.ZERO;
    }

    private Duration lost(boolean settled) {
        if (settled) {
            return Duration.ZERO;
        }
        return probing || ++broken >= IN_A_ROW ? away(next, false) : Duration.ZERO;
    }

    private boolean othersWork(long begun) {
        return !open && lastSuccess - begun > 0;
    }

    private Duration away(Duration wait, boolean byRefusal) {
        if (open && !probing && !time.until(until).isZero()) {
            return Duration.ZERO;
        }
        open = true;
        refused = byRefusal;
        probing = false;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        until = time.now() + wait.toNanos();
        return wait;
    }
}
