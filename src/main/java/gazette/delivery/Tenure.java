package gazette.delivery;

import java.util.function.LongSupplier;

/** How long one session is kept, and what it has served so far. For one thread. */
final class Tenure {
    private final SmtpServer.Sessions limits;
    private final LongSupplier nanos;
    private final Runnable atFirst;
    private final long begun;
    private int announced;
    private boolean served;

    /**
     * Begins now.
     *
     * @param nanos a clock for durations
     * @param atFirst run when the server has answered for the first message
     */
    Tenure(SmtpServer.Sessions limits, LongSupplier nanos, Runnable atFirst) {
        this.limits = limits;
        this.nanos = nanos;
        this.atFirst = atFirst;
        this.begun = nanos.getAsLong();
    }

    /** Whether no other message may be announced. */
    boolean isOver() {
        return (limits.messages() > 0 && announced >= limits.messages())
                || nanos.getAsLong() - begun >= limits.longest().toNanos();
    }

    /** A message is announced to the server. */
    void announce() {
        announced++;
    }

    /** The server has answered for a message. */
    void serve() {
        if (!served) {
            served = true;
            atFirst.run();
        }
    }

    boolean hasServed() {
        return served;
    }
}
