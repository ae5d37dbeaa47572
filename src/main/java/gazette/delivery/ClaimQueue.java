package gazette.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one worker has claimed and shown to nobody yet. It claims more as the connection asks for it, as its account may.
 * For one thread.
 */
final class ClaimQueue {
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
    private final Accounts accounts;
    private final Carrier carrier;
    private final Outbox outbox;
    private final Object holder;
    private final Epoch epoch;
    private final ArrayDeque<Dispatch> claimed = new ArrayDeque<>();

    private Optional<RuntimeException> failure = Optional.empty();
    private int nextClaim = FIRST_CLAIM;
    private boolean claimedAny;
    private Optional<Duration> heldBack = Optional.empty();
    private boolean foundNothing;

    /** @param holder whose claims they are among those of this process */
    ClaimQueue(Delivery delivery, Accounts accounts, Carrier carrier, Outbox outbox, Epoch epoch, Object holder) {
        this.delivery = delivery;
        this.accounts = accounts;
        this.carrier = carrier;
        this.outbox = outbox;
        this.holder = holder;
        this.epoch = epoch;
    }

    /** Begins a round. */
    void begin() {
        failure = Optional.empty();
        nextClaim = FIRST_CLAIM;
        claimedAny = false;
        heldBack = Optional.empty();
        foundNothing = false;
    }

    boolean claimedAny() {
        return claimedAny;
    }

    /** How long something that is due has to wait for its pace; empty when nothing has. */
    Optional<Duration> heldBack() {
        return heldBack;
    }

    /** Whether it looked, and nothing was due. */
    boolean foundNothing() {
        return foundNothing;
    }

    /** What the store threw in this round. */
    Optional<RuntimeException> failure() {
        return failure;
    }

    /** Whether there is one, which may have to be waited for; never throws. */
    boolean hasNext() {
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

    /** Whether there is one now. */
    boolean hasNow() {
        return !delivery.isStopped() && (!claimed.isEmpty() || (goesOn() && claimsMore()));
    }

    /** The next one; there is one. */
    Dispatch take() {
        return claimed.remove();
    }

    /** All that nobody took. */
    List<Dispatch> takeRest() {
        List<Dispatch> rest = new ArrayList<>(claimed);
        claimed.clear();
        return rest;
    }

    boolean isEmpty() {
        return claimed.isEmpty();
    }

    private boolean goesOn() {
        return !delivery.isStopped() && failure.isEmpty() && !carrier.breaker().isRefused();
    }

    private boolean pauses(Duration time) {
        try {
            delivery.shift().pause(time);
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
            int granted = accounts.allowance(carrier, nextClaim);
            if (granted == 0) {
                heldBack = accounts.turn(carrier);
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
            more = delivery.claims().claim(holder, () -> outbox.claim(epoch, granted, noting(accounts.gate(carrier))));
        } finally {
            accounts.giveBack(carrier, granted - more.size());
        }
        nextClaim = more.size() < granted ? FIRST_CLAIM : Math.min(2 * nextClaim, LARGEST_CLAIM);
        claimed.addAll(more);
        claimedAny |= !more.isEmpty();
        foundNothing = more.isEmpty() && heldBack.isEmpty();
        if (foundNothing) {
            accounts.foundNothing(carrier);
        }
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
}
