package gazette.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What one worker holds, from the claim to the commit of the outcome. It is both sides of the courier's door: the
 * iterator that claims as the connection goes on, and the journal, with a memory for what the store could not take.
 * Nothing leaves it but into the store. For one thread.
 */
final class Holding implements Supply, Journal {
    private final Delivery delivery;
    private final Accounts accounts;
    private final Carrier carrier;
    private final Outbox outbox;
    private final Epoch epoch;
    private final Journal journal;
    private final Claims claims;
    private final ClaimQueue queue;

    /** Taken by the courier; their content has not begun. */
    private final Map<DispatchId, Dispatch> taken = new LinkedHashMap<>();
    /** Handed over, by the journal's leave; their outcome is still to come. */
    private final Map<DispatchId, Dispatch> inTheGap = new LinkedHashMap<>();
    /** Outcomes that the store could not take yet. */
    private final Map<DispatchId, Settled> owed = new LinkedHashMap<>();
    /** Claims that the store could not take back yet. */
    private final List<Dispatch> unused = new ArrayList<>();
    /** Whether the store may have taken some of them back, and could not say so. */
    private boolean doubtful;

    private boolean settledAny;

    Holding(Delivery delivery, Accounts accounts, Carrier carrier, Outbox outbox, Epoch epoch, Journal journal) {
        this.delivery = delivery;
        this.accounts = accounts;
        this.carrier = carrier;
        this.outbox = outbox;
        this.epoch = epoch;
        this.journal = journal;
        this.claims = delivery.claims();
        this.queue = new ClaimQueue(delivery, accounts, carrier, outbox, epoch, this);
    }

    /** Begins a round: one {@link Courier#deliver}. */
    void begin() {
        queue.begin();
        settledAny = false;
    }

    ClaimQueue queue() {
        return queue;
    }

    boolean settledAny() {
        return settledAny;
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
        return queue.hasNext();
    }

    @Override
    public boolean hasNow() {
        return queue.hasNow();
    }

    @Override
    public Dispatch next() {
        if (queue.isEmpty()) {
            throw new NoSuchElementException("nothing is claimed");
        }
        Dispatch dispatch = queue.take();
        taken.put(dispatch.id(), dispatch);
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
            next.ifPresent(d -> inTheGap.put(d.id(), d));
        } else {
            next.ifPresent(d -> claims.ended(this, d));
        }
        return may;
    }

    private void leaves(Dispatch dispatch) {
        taken.remove(dispatch.id());
        inTheGap.remove(dispatch.id());
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
        claims.ended(this, settled.dispatch());
        delivery.settled(carrier, settled);
    }

    /** Gives back what was not used; throws what the store threw during the round. */
    void finish() {
        giveUpRound();
        queue.failure().ifPresent(storeFailed -> {
            throw storeFailed;
        });
        payDebts();
    }

    /** Turns everything that is in hand into something owed to the store. */
    void giveUpRound() {
        inTheGap.values()
                .forEach(d -> owe(new Settled(d, new Outcome.InDoubt("delivery broke off during the hand-over"))));
        inTheGap.clear();
        List<Dispatch> inHand = new ArrayList<>(taken.values());
        inHand.addAll(queue.takeRest());
        taken.clear();
        inHand.forEach(dispatch -> accounts.unused(carrier, dispatch));
        unused.addAll(inHand);
    }

    /** Writes what is owed; throws when the store does not take it, and then keeps the rest. */
    void payDebts() {
        if (doubtful || !owed.isEmpty()) {
            claims.alone(this::payAgain);
        } else {
            giveBack();
        }
    }

    /** What the store took the first time may be another worker's claim by now: then nothing is owed of it any more. */
    private void payAgain() {
        for (Settled settled : List.copyOf(owed.values())) {
            if (claims.isHeld(this, settled.dispatch())) {
                journal.turn(Optional.of(settled), Optional.empty());
            }
            owed.remove(settled.dispatch().id());
            isSettled(settled);
        }
        unused.removeIf(dispatch -> !claims.isHeld(this, dispatch));
        giveBack();
    }

    private void giveBack() {
        if (!unused.isEmpty()) {
            doubtful = true;
            outbox.release(epoch, List.copyOf(unused));
            unused.forEach(dispatch -> claims.ended(this, dispatch));
            unused.clear();
        }
        doubtful = false;
    }
}
