package gazette.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * The delivery of one process in one epoch: what its workers have in common. Any number of {@link DeliveryWorker}s
 * drain the outbox of all editions together; threads are the caller's.
 *
 * <p>Safe to use from many threads. One lock guards the bell, the number of busy workers and whether to go on; nobody
 * holds it while talking to the store or to a server.
 */
public final class Delivery {
    /** Nothing rings when a deferred dispatch falls due or another process fills the outbox: look so often. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** When workers end by themselves. */
    public enum Until {
        /** Only when stopped. */
        STOPPED,
        /** As soon as nothing is due and nobody is at work on anything that could become due at once. */
        IDLE
    }

    private final Outbox outbox;
    private final Epoch epoch;
    private final Courier courier;
    private final Journal journal;
    private final DeliveryLog log;
    private final Until until;
    private final Backoff backoff;

    private boolean stopped;
    private boolean storeAway;
    private int busy;
    private long rings;
    private Optional<Parting> trouble = Optional.empty();

    /** Delivery for {@code epoch}, which the caller enlists before and leaves after. */
    public Delivery(Outbox outbox, Epoch epoch, Courier courier, RetryPolicy policy, DeliveryLog log, Until until) {
        this(outbox, epoch, courier, outbox.journal(epoch, policy), log, until, Backoff.standard());
    }

    Delivery(
            Outbox outbox,
            Epoch epoch,
            Courier courier,
            Journal journal,
            DeliveryLog log,
            Until until,
            Backoff backoff) {
        this.outbox = outbox;
        this.epoch = epoch;
        this.courier = courier;
        this.journal = journal;
        this.log = log;
        this.until = until;
        this.backoff = backoff;
    }

    /** Something may have become due: workers that wait look now. */
    public synchronized void ring() {
        rings++;
        notifyAll();
    }

    /**
     * Claim no more and begin no envelope; workers finish what is between MAIL and its reply, settle, give back the
     * rest and end.
     */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Stops, and closes every connection at once: what is in the gap becomes in doubt. */
    public void drop() {
        stop();
        courier.drop();
    }

    /** Stops because nothing that this epoch writes counts any more. */
    void lose(String reason) {
        stop();
        log.stopped(reason);
    }

    /** Whether workers end, or have ended, because they were told to. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Why connections fail at present; empty while they do not. */
    public synchronized Optional<Parting> trouble() {
        return trouble;
    }

    /** What one worker claims into and settles from. */
    Holding holding() {
        return new Holding(this, outbox, epoch, journal, log);
    }

    Parting deliver(Holding holding) {
        return courier.deliver(holding, holding);
    }

    /** Takes the end of a connection into account. */
    void parted(Parting parting, boolean settled) {
        if (parting.kind() != Parting.Kind.DONE) {
            log.parted(parting);
        }
        synchronized (this) {
            boolean well = parting.kind() == Parting.Kind.DONE || settled;
            trouble = well ? Optional.empty() : Optional.of(parting);
        }
        announce(backoff.after(parting.kind(), settled));
    }

    /** The store failed; says so once and makes all workers wait. */
    void storeFailed(RuntimeException failure) {
        boolean news;
        synchronized (this) {
            news = !storeAway;
            storeAway = true;
        }
        if (news) {
            log.storeFailed(failure);
        }
        announce(backoff.afterStoreFailure());
    }

    /** The store answered. */
    void storeAnswered() {
        boolean news;
        synchronized (this) {
            news = storeAway;
            storeAway = false;
        }
        if (news) {
            log.storeBack();
        }
    }

    private void announce(Duration begun) {
        if (!begun.isZero()) {
            log.waiting(begun);
        }
    }

    /** What is left of the time in which nobody connects. */
    Duration backoff() {
        return backoff.left();
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

    /** Whether a worker that found nothing due may go home; the others then look whether they may, too. */
    synchronized boolean goesHome() {
        boolean idle = until == Until.IDLE && busy == 0;
        if (idle) {
            ring();
        }
        return idle;
    }

    synchronized long rings() {
        return rings;
    }

    /** Waits until the bell has rung since it was {@code heard}, delivery is stopped, or it is time to look again. */
    synchronized void await(long heard) throws InterruptedException {
        long end = System.nanoTime() + LOOK.toNanos();
        long left = LOOK.toNanos();
        while (!stopped && rings == heard && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
    }

    /** Waits {@code time}; only stopping cuts it short. */
    synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (!stopped && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
    }
}
