package gazette.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which worker of this process holds which claim; the store knows the process only. A write whose answer got lost may have
 * given a claim back, and then another worker may hold it: whoever offers such a write again does it {@link #alone}, and
 * leaves out what is no longer its own. Safe to use from many threads.
 */
final class Claims {
    private static final long A_MOMENT = Duration.ofMillis(2).toNanos();

    private final Time time;
    private final Map<DispatchId, Object> holders = new ConcurrentHashMap<>();
    private int claiming;
    private boolean closed;

    Claims(Time time) {
        this.time = time;
    }

    /** What {@code claim} claims is {@code holder}'s, whoever held it before. Throws what {@code claim} throws. */
    List<Dispatch> claim(Object holder, Supplier<List<Dispatch>> claim) {
        enter();
        try {
            List<Dispatch> claimed = claim.get();
            claimed.forEach(dispatch -> holders.put(dispatch.id(), holder));
            return claimed;
        } finally {
            leave();
        }
    }

    /** Runs {@code write} while nobody claims: all that was claimed has its holder. Throws what {@code write} throws. */
    void alone(Runnable write) {
        close();
        try {
            write.run();
        } finally {
            open();
        }
    }

    boolean isHeld(Object holder, Dispatch dispatch) {
        return holders.get(dispatch.id()) == holder;
    }

    /** The claim is over, if it was {@code holder}'s. */
    void ended(Object holder, Dispatch dispatch) {
        holders.remove(dispatch.id(), holder);
    }

    private synchronized void enter() {
        while (closed) {
            rest();
        }
        claiming++;
    }

    private synchronized void leave() {
        claiming--;
        notifyAll();
    }

    private synchronized void close() {
        while (closed) {
            rest();
        }
        closed = true;
        try {
            while (claiming > 0) {
                rest();
            }
        } catch (IllegalStateException toldToEnd) {
            open();
            throw toldToEnd;
        }
    }

    private synchronized void open() {
        closed = false;
        notifyAll();
    }

    private void rest() {
        try {
            time.rest().on(this, A_MOMENT);
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to end before the store was asked", toldToEnd);
        }
    }
}
