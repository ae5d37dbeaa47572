package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * The delivery of one process in one epoch: what its workers have in common. Any number of {@link DeliveryWorker}s
 * drain the outbox of all editions together, each through one account; threads are the caller's.
 *
 * <p>Safe to use from many threads. One lock guards the bell, the number of busy workers and whether to go on; nobody
 * holds it while talking to the store or to a server.
 */
public final class Delivery {
    /** Nothing rings when a deferred dispatch falls due or another process fills the outbox: look so often. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** How long nobody asks a store that failed: not long, because asking costs nobody anything. */
    private static final Duration STORE_WAIT = Duration.ofSeconds(1);

    /** How soon an account that is ahead of its share asks again. */
    private static final Duration SHARE = Duration.ofMillis(5);

    /** When workers end by themselves. */
    public enum Until {
        /** Only when stopped. */
        STOPPED,
        /** As soon as nothing is due and nobody is at work on anything that could become due at once. */
        IDLE
    }

    /** An account, and what carries messages through it. */
    public record Way(SmtpAccount account, Courier courier) {}

    /**
     * How delivery deals with what servers say.
     *
     * @param pause pauses an edition, for a reason, when too many of its readers are rejected; whether it did
     */
    public record Manner(RetryPolicy retry, StopAndAsk.Limit limit, BiPredicate<EditionId, String> pause) {}

    private final Outbox outbox;
    private final Epoch epoch;
    private final List<Carrier> carriers;
    private final Shares shares;
    private final Journal journal;
    private final StopAndAsk stopAndAsk;
    private final BiPredicate<EditionId, String> pause;
    private final DeliveryLog log;
    private final Until until;
    private final Time time;
    private final Duration storeWait;
    private final Map<EditionId, String> toPause = new LinkedHashMap<>();

    private boolean stopped;
    private boolean storeAway;
    private long storeAwayUntil;
    private long heldBackUntil;
    private int busy;
    private boolean wentHome;
    private long rings;

    /** Delivery for {@code epoch}, which the caller enlists before and leaves after. */
    public Delivery(
            Outbox outbox,
            PaceBook book,
            Epoch epoch,
            List<Way> ways,
            Manner manner,
            DeliveryLog log,
            Until until,
            Time time) {
        this(
                outbox,
                epoch,
                ways.stream()
                        .map(way -> new Carrier(way.account(), way.courier(), Breaker.standard(time), book, time))
                        .toList(),
                outbox.journal(epoch, manner.retry()),
                manner,
                log,
                until,
                time,
                STORE_WAIT);
    }

    Delivery(
            Outbox outbox,
            Epoch epoch,
            List<Carrier> carriers,
            Journal journal,
            Manner manner,
            DeliveryLog log,
            Until until,
            Time time,
            Duration storeWait) {
        this.outbox = outbox;
        this.epoch = epoch;
        this.carriers = List.copyOf(carriers);
        this.shares = new Shares(carriers, time);
        this.journal = journal;
        this.stopAndAsk = new StopAndAsk(manner.limit());
        this.pause = manner.pause();
        this.log = log;
        this.until = until;
        this.time = time;
        this.storeWait = storeWait;
        this.storeAwayUntil = time.now();
        this.heldBackUntil = time.now();
    }

    /** A worker for each connection of each account. */
    public List<DeliveryWorker> workers() {
        return carriers.stream()
                .flatMap(carrier ->
                        IntStream.range(0, carrier.workers()).mapToObj(n -> new DeliveryWorker(this, carrier)))
                .toList();
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
        carriers.forEach(carrier -> carrier.courier().drop());
    }

    /** Keeps what was learnt, when all workers have ended. */
    public void end() {
        carriers.forEach(Carrier::end);
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

    /** Why connections of all accounts fail at present; empty while one works. */
    public Optional<Parting> trouble() {
        List<Parting> troubles =
                carriers.stream().flatMap(carrier -> carrier.trouble().stream()).toList();
        return troubles.size() == carriers.size() ? Optional.of(troubles.get(0)) : Optional.empty();
    }

    /** Why accounts rest although something is due, a sentence each. */
    public List<String> rests() {
        return carriers.stream().flatMap(carrier -> carrier.rest().stream()).toList();
    }

    Carrier first() {
        return carriers.get(0);
    }

    Time time() {
        return time;
    }

    /** What one worker claims into and settles from. */
    Holding holding(Carrier carrier) {
        return new Holding(this, carrier, outbox, epoch, journal);
    }

    /** How many of {@code wanted} the account may claim now; they are taken from its paces. */
    int allowance(Carrier carrier, int wanted) {
        int share = shares.allowance(carrier, wanted);
        boolean rested = carrier.rest().isPresent();
        int granted = share == 0 ? 0 : carrier.take(share);
        shares.took(carrier, granted);
        if (!rested) {
            carrier.rest().ifPresent(log::resting);
        }
        return granted;
    }

    /** How long an account waits that may claim nothing now; empty when it is not its turn at all. */
    Optional<Duration> turn(Carrier carrier) {
        if (carrier.rest().isPresent() || !shares.isIn(carrier)) {
            return Optional.empty();
        }
        Duration next = carrier.untilNext();
        return Optional.of(next.compareTo(SHARE) > 0 ? next : SHARE);
    }

    /** Of what {@link #allowance} gave, so many were not claimed. */
    void giveBack(Carrier carrier, int unclaimed) {
        shares.took(carrier, -unclaimed);
        carrier.giveBack(unclaimed);
    }

    /** A claim is given back without an attempt. */
    void unused(Carrier carrier, Dispatch dispatch) {
        shares.took(carrier, -1);
        carrier.unused(dispatch);
    }

    /** Puts off what the account may not take now, unless another one may. */
    Gate gate(Carrier carrier) {
        return domain -> {
            if (carrier.admits(domain)) {
                return Optional.empty();
            }
            if (carriers.stream().anyMatch(other -> other != carrier && other.couldTake(domain))) {
                return Optional.of(Duration.ZERO);
            }
            Duration wait = carrier.putOff(domain);
            holdBack(wait);
            return Optional.of(wait);
        };
    }

    private synchronized void holdBack(Duration wait) {
        heldBackUntil = Math.max(heldBackUntil, time.now() + wait.toNanos());
    }

    /** What an outcome, which is durable, says of the account and of the edition. */
    void settled(Carrier carrier, Settled settled) {
        log.settled(settled);
        carrier.settled(settled).forEach(log::slowed);
        if (settled.outcome() instanceof Outcome.Accepted || settled.outcome() instanceof Outcome.Rejected) {
            works(carrier);
        } else if (settled.outcome() instanceof Outcome.Deferred deferred
                && deferred.why().fault() == Fault.OURS) {
            Duration begun = carrier.breaker().objected();
            if (!begun.isZero()) {
                carrier.troubled(Optional.of(new Parting(Parting.Kind.REFUSED, deferred.words())));
                log.waiting(begun);
                ring();
            }
        }
        Optional<String> why = stopAndAsk.settled(settled);
        synchronized (this) {
            why.ifPresent(words -> toPause.putIfAbsent(settled.dispatch().edition(), words));
        }
    }

    private void works(Carrier carrier) {
        carrier.troubled(Optional.empty());
        if (carrier.breaker().worked()) {
            ring();
        }
    }

    /** Does what had to wait until nobody is in the gap: pauses editions, writes down what was learnt. */
    void attend(Carrier carrier) {
        Map<EditionId, String> now;
        synchronized (this) {
            now = Map.copyOf(toPause);
        }
        now.forEach((edition, why) -> {
            if (pause.test(edition, why)) {
                log.paused(edition, why);
            }
            isPaused(edition);
        });
        carrier.keep();
    }

    private synchronized void isPaused(EditionId edition) {
        toPause.remove(edition);
    }

    /** Takes the end of a connection into account. */
    void parted(Carrier carrier, Parting parting, long begun, boolean settled) {
        if (parting.kind() != Parting.Kind.DONE) {
            log.parted(parting);
        }
        if (parting.kind() == Parting.Kind.BUSY) {
            carrier.connections().refused();
        }
        Duration wait = carrier.breaker().parted(parting.kind(), begun, settled);
        if (carrier.breaker().isOpen()) {
            carrier.troubled(carrier.trouble().or(() -> Optional.of(parting)));
        } else if (parting.kind() == Parting.Kind.DONE) {
            carrier.troubled(Optional.empty());
        }
        if (!wait.isZero()) {
            carrier.troubled(Optional.of(parting));
            ring(); // its share goes to others
        }
        announce(wait);
    }

    /** The store failed; says so once and makes all workers wait. */
    void storeFailed(RuntimeException failure) {
        boolean news;
        synchronized (this) {
            news = !storeAway;
            storeAway = true;
            storeAwayUntil = time.now() + storeWait.toNanos();
        }
        if (news) {
            log.storeFailed(failure);
        }
        announce(storeWait);
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

    /** What is left of the time in which nobody asks the store. */
    synchronized Duration storeWait() {
        return time.until(storeAwayUntil);
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
        boolean idle =
                until == Until.IDLE && busy == 0 && time.until(heldBackUntil).isZero() && toPause.isEmpty();
        if (idle) {
            wentHome = true;
            ring();
        }
        return idle;
    }

    /** Whether nothing is left for those who wait for their account, or its turn, or until tomorrow. */
    synchronized boolean isDoneByOthers() {
        boolean allRest = carriers.stream().allMatch(c -> c.rest().isPresent());
        return until == Until.IDLE && busy == 0 && (wentHome || allRest);
    }

    synchronized long rings() {
        return rings;
    }

    /**
     * Waits until the bell has rung since it was {@code heard}, delivery is stopped, or it is time to look again, which
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
