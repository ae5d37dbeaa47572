package gazette.delivery;

import java.time.Duration;

/**
 * The shift of all workers of one delivery: whether it goes on, who is busy, and the bell that wakes those who wait. Safe
 * to use from many threads; guarded by its own lock, which nobody holds while talking to a store or a server.
 */
final class Shift {
    /** Nothing rings when a deferred dispatch falls due or another process fills the outbox: look so often. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Delivery.Until until;
    private final Time time;

    /** Asked many times for each message. */
    private volatile boolean stopped;

    private long heldBackUntil;
    private int busy;
    private boolean wentHome;
    private long rings;

    Shift(Delivery.Until until, Time time) {
        this.until = until;
        this.time = time;
        this.heldBackUntil = time.now();
    }

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** Wakes everybody, for the last time. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    boolean isStopped() {
        return stopped;
    }

    synchronized void begin() {
        busy++;
    }

    /** A worker's round is over; what it gave back may be for others. */
    synchronized void end(boolean didAnything) {
        busy--;
        if (didAnything) {
            ring();
        }
    }

    /** Something that is due waits so long for its pace: nobody goes home before. */
    synchronized void holdBack(Duration wait) {
        heldBackUntil = Math.max(heldBackUntil, time.now() + wait.toNanos());
    }

    /**
     * Whether a worker that found nothing due may go home; the others then look whether they may, too.
     *
     * @param hasMore whether somebody has to stay all the same
     */
    synchronized boolean goesHome(boolean hasMore) {
        boolean idle = until == Delivery.Until.IDLE
                && busy == 0
                && !hasMore
                && time.until(heldBackUntil).isZero();
        if (idle) {
            wentHome = true;
            ring();
        }
        return idle;
    }

    /**
     * Whether nothing is left for those who wait for their account, or its turn, or until tomorrow.
     *
     * @param allRest whether no account may do more today
     */
    synchronized boolean isDoneByOthers(boolean allRest) {
        return until == Delivery.Until.IDLE && busy == 0 && (wentHome || allRest);
    }

    synchronized long rings() {
        return rings;
    }

    /**
     * Waits until the bell has rung since it was {@code heard}, the shift is stopped, or it is time to look again, which
     * is after {@code atMost} or half a second.
     */
    synchronized void await(long heard, Duration atMost) throws InterruptedException {
        long wait = Math.min(LOOK.toNanos(), atMost.toNanos());
        long end = time.now() + wait;
        long left = wait;
        while (!stopped && rings == heard && left > 0) {
            time.rest().on(this, left);
            left = end - time.now();
        }
    }

    /** Waits so long; only stopping cuts it short. */
    synchronized void pause(Duration wait) throws InterruptedException {
        long end = time.now() + wait.toNanos();
        long left = wait.toNanos();
        while (!stopped && left > 0) {
            time.rest().on(this, left);
            left = end - time.now();
        }
    }
}
