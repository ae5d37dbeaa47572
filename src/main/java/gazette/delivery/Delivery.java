package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * The delivery of one process in one epoch: what its workers have in common. Any number of {@link DeliveryWorker}s
 * drain the outbox of all editions together, each through one account; threads are the caller's.
 *
 * <p>Safe to use from many threads.
 */
public final class Delivery {
    /** How long nobody asks a store that failed: not long, because asking costs nobody anything. */
    private static final Duration STORE_WAIT = Duration.ofSeconds(1);

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
    private final Claims claims;
    private final Epoch epoch;
    private final Shift shift;
    private final Accounts accounts;
    private final StoreOutage storeOutage;
    private final Journal journal;
    private final StopAndAsk stopAndAsk;
    private final BiPredicate<EditionId, String> pause;
    private final DeliveryLog log;
    private final Time time;

    /** Editions that are to be paused as soon as nobody is in the gap, and why. */
    private final Map<EditionId, String> toPause = new ConcurrentHashMap<>();

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
        this.claims = new Claims(time);
        this.epoch = epoch;
        this.shift = new Shift(until, time);
        this.accounts = new Accounts(carriers, shift, log, time);
        this.storeOutage = new StoreOutage(log, time, storeWait);
        this.journal = journal;
        this.stopAndAsk = new StopAndAsk(manner.limit());
        this.pause = manner.pause();
        this.log = log;
        this.time = time;
    }

    /** A worker for each connection of each account. */
    public List<DeliveryWorker> workers() {
        return accounts.all().stream()
                .flatMap(carrier ->
                        IntStream.range(0, carrier.workers()).mapToObj(n -> new DeliveryWorker(this, carrier)))
                .toList();
    }

    /** Something may have become due: workers that wait look now. */
    public void ring() {
        shift.ring();
    }

    /**
     * Claim no more and begin no envelope; workers finish what is between MAIL and its reply, settle, give back the
     * rest and end.
     */
    public void stop() {
        shift.stop();
    }

    /** Stops, and closes every connection at once: what is in the gap becomes in doubt. */
    public void drop() {
        stop();
        accounts.all().forEach(carrier -> carrier.courier().drop());
    }

    /** Keeps what was learnt, when all workers have ended. */
    public void end() {
        accounts.all().forEach(Carrier::end);
    }

    /** Stops because nothing that this epoch writes counts any more. */
    void lose(String reason) {
        stop();
        log.stopped(reason);
    }

    /** Whether workers end, or have ended, because they were told to. */
    public boolean isStopped() {
        return shift.isStopped();
    }

    /** Why connections of all accounts fail at present; empty while one works. */
    public Optional<Parting> trouble() {
        return accounts.trouble();
    }

    /** Why accounts rest although something is due, a sentence each. */
    public List<String> rests() {
        return accounts.rests();
    }

    Carrier first() {
        return accounts.all().get(0);
    }

    Time time() {
        return time;
    }

    Claims claims() {
        return claims;
    }

    Shift shift() {
        return shift;
    }

    StoreOutage storeOutage() {
        return storeOutage;
    }

    /** What one worker claims into and settles from. */
    Holding holding(Carrier carrier) {
        return new Holding(this, accounts, carrier, outbox, epoch, journal);
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
        stopAndAsk
                .settled(settled)
                .ifPresent(words -> toPause.putIfAbsent(settled.dispatch().edition(), words));
    }

    private void works(Carrier carrier) {
        carrier.troubled(Optional.empty());
        if (carrier.breaker().worked()) {
            ring();
        }
    }

    /** Does what had to wait until nobody is in the gap: pauses editions, writes down what was learnt. */
    void attend(Carrier carrier) {
        toPause.forEach((edition, why) -> {
            if (pause.test(edition, why)) {
                log.paused(edition, why);
            }
            toPause.remove(edition);
        });
        carrier.keep();
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
        if (!wait.isZero()) {
            log.waiting(wait);
        }
    }

    /** Whether a worker that found nothing due may go home; the others then look whether they may, too. */
    boolean goesHome() {
        return shift.goesHome(!toPause.isEmpty());
    }

    /** Whether nothing is left for those who wait for their account, or its turn, or until tomorrow. */
    boolean isDoneByOthers() {
        return shift.isDoneByOthers(accounts.allRest());
    }
}
