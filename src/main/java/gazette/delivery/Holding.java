package gazette.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
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
final class Holding implements Iterator<Dispatch>, Journal {
    /** A worker's first claim; each that came back full doubles the next, so that a few dispatches are shared out. */
    private static final int FIRST_CLAIM = 2;

    /** Largest claim: a second or two of work for one connection, and as much to give back when it breaks. */
    private static final int LARGEST_CLAIM = 20;

    private final Delivery delivery;
    private final Outbox outbox;
    private final Epoch epoch;
    private final Journal journal;
    private final DeliveryLog log;

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

    Holding(Delivery delivery, Outbox outbox, Epoch epoch, Journal journal, DeliveryLog log) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.epoch = epoch;
        this.journal = journal;
        this.log = log;
    }

    /** Begins a round: one {@link Courier#deliver}. */
    void begin() {
        failure = Optional.empty();
        nextClaim = FIRST_CLAIM;
        claimedAny = false;
        settledAny = false;
    }

    boolean claimedAny() {
        return claimedAny;
    }

    boolean settledAny() {
        return settledAny;
    }

    boolean hasDebts() {
        return !owed.isEmpty() || !unused.isEmpty();
    }

    /** False once delivery is stopped, nothing is due, or the store failed; never throws. */
    @Override
    public boolean hasNext() {
        return !delivery.isStopped() && (!claimed.isEmpty() || claimsMore());
    }

    private boolean claimsMore() {
        if (failure.isPresent()) {
            return false;
        }
        try {
            List<Dispatch> more = outbox.claim(epoch, nextClaim);
            nextClaim = more.size() < nextClaim ? FIRST_CLAIM : Math.min(2 * nextClaim, LARGEST_CLAIM);
            claimed.addAll(more);
            claimedAny |= !more.isEmpty();
            return !more.isEmpty();
        } catch (RuntimeException storeFailed) {
            failure = Optional.of(storeFailed);
            return false;
        }
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
        settledAny |= settled.outcome() instanceof Outcome.Accepted || settled.outcome() instanceof Outcome.Rejected;
        log.settled(settled);
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
        unused.addAll(taken);
        taken.clear();
        unused.addAll(claimed);
        claimed.clear();
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
