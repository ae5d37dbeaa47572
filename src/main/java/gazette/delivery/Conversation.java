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
    private final Offers offers;
    private final LongSupplier nanos;

    /** A session had served its time: there may be more for the next one. */
    private boolean goesOn;

    /** {@code nanos} is a clock for durations. */
    Conversation(
            Letters letters,
            Iterator<Dispatch> claimed,
            Journal journal,
            SmtpServer.Sessions limits,
            Offers offers,
            LongSupplier nanos) {
        this.turns = new Turns(letters, claimed, journal);
        this.limits = limits;
        this.offers = offers;
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
            end = offers.pipelining().isTaken() ? deliver(line) : deliver(new OneByOne(line));
        } finally {
            line.drop();
            turns.commit();
        }
        turns.finish();
        return end.orElse(new Parting(Parting.Kind.DONE, ""));
    }

    private Optional<Parting> deliver(Line line) {
        boolean inChunks = limits.window() > 1
                && Chunks.areTakenBy(line)
                && offers.chunks().isTaken();
        boolean pipelined = !inChunks && line.offers("PIPELINING");
        Tenure tenure = new Tenure(limits, nanos, pipelined ? offers.pipelining()::kept : () -> {});
        Optional<Parting> end = inChunks
                ? new Chunks(line, turns, tenure, limits.window(), offers.chunks()).deliver()
                : new Dialogue(line, turns, tenure).deliver();
        turns.commit();
        if (pipelined && !tenure.hasServed()) {
            end = end.map(this::unserved);
        }
        goesOn = end.isEmpty() && tenure.isOver();
        if (end.isEmpty()) {
            line.quit();
        }
        return end;
    }

    /** A session that broke at the first commands that came together. */
    private Parting unserved(Parting parting) {
        return !Diagnosis.isReason(parting.words()) && offers.pipelining().broken()
                ? new Parting(
                        parting.kind(),
                        parting.words() + "; the server offers PIPELINING, and has let no message through in it: from"
                                + " now on it gets one command at a time")
                : parting;
    }
}
