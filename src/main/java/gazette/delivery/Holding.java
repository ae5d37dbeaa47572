package gazette.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * What one worker holds, from the claim to the commit of the outcome. It is both sides of the courier's door: the
 * iterator that claims as the connection goes on, and the journal, with a memory for what the store could not take.
 * Nothing leaves it but into the store. For one thread.
 */
final class Holding implements Supply, Journal {
    /** A worker's first claim; each that came back full doubles the next, so that a few dispatches are shared out. */
    private static final int FIRST_CLAIM = 2;

    /** Largest claim: a second or two of work for one connection, and as much to give back when it breaks. */
    private static final int LARGEST_CLAIM = 20;

    /**
     * How long a session is kept for the next message that may go: reconnecting for each would be ruder than waiting,
     * and servers give a silent client five minutes (RFC 5321 section 4.5.3.2.7).
     */
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** Nobody looks again sooner. */
    private static final Duration SHORTEST = Duration.ofMillis(2);

    private final Delivery delivery;
    private final Carrier carrier;
    private final Outbox outbox;
    private final Epoch epoch;
    private final Journal journal;

    /** Claimed, and shown to nobody. */
    private final ArrayDeque<Dispatch> claimed = new ArrayDeque<>();
    /** Taken by the courier; their content has not begun. */
    private final Set<Dispatch> taken = new LinkedHashSet<>();
    /** Handed over, by the journal's leave; their outcome is still to come. */
    private final Set<Dispatch> inTheGap = new LinkedHashSet<>();
    /** Outcomes that the store could not take yet. */
    private final Map<DispatchId, Settled> owed = new LinkedHashMap<>();
    /** Claims that the store could not take back yet. */
    private final List<Dispatch> unused = new ArrayList<>();

    private Optional<RuntimeException> failure = Optional.empty();
    private int nextClaim = FIRST_CLAIM;
    private boolean claimedAny;
    private boolean settledAny;
    private Optional<Duration> heldBack = Optional.empty();
    private boolean foundNothing;

    Holding(Delivery delivery, Carrier carrier, Outbox outbox, Epoch epoch, Journal journal) {
        this.delivery = delivery;
        this.carrier = carrier;
        this.outbox = outbox;
        this.epoch = epoch;
        this.journal = journal;
    }

    /** Begins a round: one {@link Courier#deliver}. */
    void begin() {
        failure = Optional.empty();
        nextClaim = FIRST_CLAIM;
        claimedAny = false;
        settledAny = false;
        heldBack = Optional.empty();
        foundNothing = false;
    }

    boolean claimedAny() {
        return claimedAny;
    }

    boolean settledAny() {
        return settledAny;
    }

    /** How long something that is due has to wait for its pace; empty when nothing has. */
    Optional<Duration> heldBack() {
        return heldBack;
    }

    /** Whether it looked, and nothing was due. */
    boolean foundNothing() {
        return foundNothing;
    }

    boolean hasDebts() {
        return !owed.isEmpty() || !unused.isEmpty();
    }

    /**
     * {@inheritDoc}
     *
     * <p>False once delivery is stopped, nothing is due or may go soon, the account is refused, or the store failed;
     * never throws.
     */
    @Override
    public boolean hasNext() {
        if (delivery.isStopped()) {
            return false;
        }
        if (!claimed.isEmpty()) {
            return true;
        }
        long begun = delivery.time().now();
        while (goesOn() && !claimsMore() && heldBack.isPresent()) {
            boolean isTooLong = delivery.time().since(begun) + heldBack.get().toNanos() / 1e9 > KEPT.toSeconds();
            if (isTooLong || !pauses(heldBack.get())) {
                break;
            }
        }
        return !claimed.isEmpty();
    }

    @Override
    public boolean hasNow() {
        return !delivery.isStopped() && (!claimed.isEmpty() || (goesOn() && claimsMore()));
    }

    private boolean goesOn() {
        return !delivery.isStopped() && failure.isEmpty() && !carrier.breaker().isRefused();
    }

    private boolean pauses(Duration time) {
        try {
            delivery.pause(time);
            return true;
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Claims as many as may go; what has to wait is in {@link #heldBack}. */
    private boolean claimsMore() {
        heldBack = Optional.empty();
        try {
            delivery.attend(carrier);
            int granted = delivery.allowance(carrier, nextClaim);
            if (granted == 0) {
                heldBack = delivery.turn(carrier);
                return false;
            }
            claim(granted);
            return !claimed.isEmpty();
        } catch (RuntimeException storeFailed) {
            failure = Optional.of(storeFailed);
            return false;
        }
    }

    private void claim(int granted) {
        List<Dispatch> more = List.of();
        try {
            more = outbox.claim(epoch, granted, noting(delivery.gate(carrier)));
        } finally {
            delivery.giveBack(carrier, granted - more.size());
        }
        nextClaim = more.size() < granted ? FIRST_CLAIM : Math.min(2 * nextClaim, LARGEST_CLAIM);
        claimed.addAll(more);
        claimedAny |= !more.isEmpty();
        foundNothing = more.isEmpty() && heldBack.isEmpty();
    }

    /** The same gate; what it puts off is remembered, the soonest first. */
    private Gate noting(Gate gate) {
        return domain -> {
            Optional<Duration> wait = gate.objection(domain);
            wait.map(w -> longer(w, SHORTEST))
                    .filter(w -> heldBack.isEmpty() || w.compareTo(heldBack.get()) < 0)
                    .ifPresent(w -> heldBack = Optional.of(w));
            return wait;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public Dispatch next() {
        if (claimed.isEmpty()) {
            throw new NoSuchElementException("nothing is claimed");
        }
        Dispatch dispatch = claimed.remove();
        taken.add(dispatch);
        return dispatch;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Once delivery is stopped nothing more enters the gap: {@code next} is given back, whatever was said of it
     * before its content. One reply is then all that a stop has to wait for.
     *
     * <p>When it throws, the outcome of {@code last} is kept and offered again later, and {@code next} is deferred: it
     * may or may not be marked as handed over, and its content never went.
     */
    @Override
    public boolean turn(Optional<Settled> last, Optional<Dispatch> next) {
        if (next.isPresent() && delivery.isStopped()) {
            if (last.isPresent()) {
                turn(last, Optional.empty());
            }
            return false; // next is still in hand, and given back with the rest
        }
        last.ifPresent(settled -> leaves(settled.dispatch()));
        next.ifPresent(this::leaves);
        boolean may;
        try {
            may = journal.turn(last, next);
        } catch (RuntimeException storeFailed) {
            last.ifPresent(this::owe);
            next.ifPresent(d -> owe(new Settled(d, new Outcome.Deferred("the store could not note the hand-over"))));
            throw storeFailed;
        }
        last.ifPresent(this::isSettled);
        if (may) {
            next.ifPresent(inTheGap::add);
        }
        return may;
    }

    private void leaves(Dispatch dispatch) {
        taken.remove(dispatch);
        inTheGap.remove(dispatch);
    }

    private void owe(Settled settled) {
        owed.put(settled.dispatch().id(), settled);
    }

    private void isSettled(Settled settled) {
        boolean works = settled.outcome() instanceof Outcome.Accepted || settled.outcome() instanceof Outcome.Rejected;
        if (works && !settledAny) {
            carrier.connections().works();
        }
        settledAny |= works;
        delivery.settled(carrier, settled);
    }

    /** Gives back what was not used; throws what the store threw during the round. */
    void finish() {
        giveUpRound();
        failure.ifPresent(storeFailed -> {
            throw storeFailed;
        });
        payDebts();
    }

    /** Turns everything that is in hand into something owed to the store. */
    void giveUpRound() {
        inTheGap.forEach(d -> owe(new Settled(d, new Outcome.InDoubt("delivery broke off during the hand-over"))));
        inTheGap.clear();
        taken.addAll(claimed);
        claimed.clear();
        taken.forEach(dispatch -> delivery.unused(carrier, dispatch));
        unused.addAll(taken);
        taken.clear();
    }

    /** Writes what is owed; throws when the store does not take it, and then keeps the rest. */
    void payDebts() {
        for (Settled settled : List.copyOf(owed.values())) {
            journal.turn(Optional.of(settled), Optional.empty());
            owed.remove(settled.dispatch().id());
            isSettled(settled);
        }
        if (!unused.isEmpty()) {
            outbox.release(epoch, List.copyOf(unused));
            unused.clear();
        }
    }
}
