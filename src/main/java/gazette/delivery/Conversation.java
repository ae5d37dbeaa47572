package gazette.delivery;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What one {@link Courier#deliver} says, over one session after the other: chunks, where the server takes them and more
 * than one message may be in the gap, else by DATA. It never begins content before the journal has said yes. For one
 * thread.
 */
final class Conversation {
    private final Turns turns;
    private final SmtpServer.Sessions limits;
    private final LongSupplier nanos;

    /** A session had served its time: there may be more for the next one. */
    private boolean goesOn;

    /** {@code nanos} is a clock for durations. */
    Conversation(
            Letters letters,
            Iterator<Dispatch> claimed,
            Journal journal,
            SmtpServer.Sessions limits,
            LongSupplier nanos) {
        this.turns = new Turns(letters, claimed, journal);
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Whether another session is wanted. */
    boolean goesOn() {
        return turns.isCarrying() || (goesOn && turns.hasNext());
    }

    /** There is no session: what was carried stays untried. */
    Parting without(Parting parting) {
        goesOn = false;
        turns.letGo();
        return parting;
    }

    /**
     * Delivers over {@code line} until it ends or nothing is left; the line is closed and all is committed.
     *
     * @throws RuntimeException when the store failed: what was in the gap is settled all the same
     */
    Parting over(Line line) {
        Optional<Parting> end;
        try {
            end = deliver(line);
        } finally {
            line.drop();
            turns.commit();
        }
        turns.finish();
        return end.orElse(new Parting(Parting.Kind.DONE, ""));
    }

    private Optional<Parting> deliver(Line line) {
        Tenure tenure = new Tenure(limits, nanos);
        Optional<Parting> end = limits.window() > 1 && Chunks.areTakenBy(line)
                ? new Chunks(line, turns, tenure, limits.window()).deliver()
                : new Dialogue(line, turns, tenure).deliver();
        turns.commit();
        goesOn = end.isEmpty() && tenure.isOver();
        if (end.isEmpty()) {
            line.quit();
        }
        return end;
    }
}
