package gazette.delivery;

import java.util.Iterator;
import java.util.Optional;

/**
 * The turns of one {@link Courier#deliver} with its journal, whatever session they are taken in. It never has more than
 * one outcome that is not in the journal. What the store throws is kept until {@link #finish}: there may be a message in
 * the gap, and its reply is worth waiting for; nothing new is taken or handed over meanwhile. For one thread.
 */
final class Turns {
    private final Letters letters;
    private final Iterator<Dispatch> claimed;
    private final Journal journal;

    /** The outcome that the next turn commits. */
    private Optional<Settled> last = Optional.empty();

    /** A dispatch that met the end of a session before anything was said of it: it goes along to the next one. */
    private Optional<Dispatch> carried = Optional.empty();

    private Optional<RuntimeException> failure = Optional.empty();

    Turns(Letters letters, Iterator<Dispatch> claimed, Journal journal) {
        this.letters = letters;
        this.claimed = claimed;
        this.journal = journal;
    }

    /** Whether there is anything to take. */
    boolean hasNext() {
        return failure.isEmpty() && (carried.isPresent() || claimed.hasNext());
    }

    /** Whether there is something to take that need not be waited for. */
    boolean hasNow() {
        return failure.isEmpty() && (carried.isPresent() || Supply.hasNow(claimed));
    }

    /** Whether a dispatch waits for a new session. */
    boolean isCarrying() {
        return failure.isEmpty() && carried.isPresent();
    }

    void carry(Dispatch dispatch) {
        carried = Optional.of(dispatch);
    }

    /** What is carried is nobody's any more: it was shown to no server, and its attempt does not count. */
    void letGo() {
        carried = Optional.empty();
    }

    /** The next parcel that {@code line}'s server could take; those that it could not are settled on the way. */
    Optional<Parcel> next(Line line) {
        if (!hasNow()) {
            commit(); // before a wait
        }
        while (hasNext()) {
            Dispatch dispatch = carried.orElseGet(claimed::next);
            carried = Optional.empty();
            Optional<Parcel> parcel = parcel(dispatch, line);
            if (parcel.isPresent()) {
                return parcel;
            }
        }
        return Optional.empty();
    }

    private Optional<Parcel> parcel(Dispatch dispatch, Line line) {
        Made made;
        try {
            made = letters.of(dispatch);
        } catch (RuntimeException storeFailed) {
            failure = Optional.of(storeFailed);
            return Optional.empty();
        }
        if (made instanceof Letter letter) {
            Optional<Outcome> obstacle = obstacle(letter, line);
            obstacle.ifPresent(outcome -> settle(dispatch, outcome));
            return obstacle.isPresent() ? Optional.empty() : Optional.of(new Parcel(dispatch, letter));
        }
        settle(dispatch, ((Made.Refused) made).why());
        return Optional.empty();
    }

    /** Why this server cannot take it. */
    private static Optional<Outcome> obstacle(Letter letter, Line line) {
        if (letter.needsSmtpUtf8() && !line.offers("SMTPUTF8")) {
            return Optional.of(
                    new Outcome.Unsendable(SuppressionReason.NEEDS_SMTPUTF8, "the server takes ASCII alone"));
        }
        long most = most(line);
        return letter.size() <= most
                ? Optional.empty()
                : Optional.of(new Outcome.Unsendable(
                        SuppressionReason.TOO_LARGE,
                        "the message has " + letter.size() + " octets, and the server takes " + most));
    }

    /** The largest message that the server takes, in octets; 0 and nothing at all mean any (RFC 1870 section 4). */
    private static long most(Line line) {
        String limit = line.parameter("SIZE").strip();
        boolean said = limit.matches("\\d{1,18}") && !limit.matches("0+");
        return said ? Long.parseLong(limit) : Long.MAX_VALUE;
    }

    /** Has the parcel's content made while the server is busy with what was written. */
    void prepare(Parcel parcel) {
        try {
            parcel.content();
        } catch (RuntimeException cannotBeMade) {
            failure = Optional.of(cannotBeMade);
        }
    }

    /** The outcome goes into the journal with the next turn, or when another one follows. */
    void settle(Dispatch dispatch, Outcome outcome) {
        commit();
        last = Optional.of(new Settled(dispatch, outcome));
    }

    /** Commits the last outcome. */
    void commit() {
        if (last.isPresent()) {
            turn(Optional.empty());
        }
    }

    /** Commits the last outcome and this hand-over; whether content may go. */
    boolean handOver(Dispatch next) {
        return failure.isEmpty() && turn(Optional.of(next));
    }

    /** From here on the outcome is the journal's to keep, whether it throws or not. */
    private boolean turn(Optional<Dispatch> next) {
        Optional<Settled> outcome = last;
        last = Optional.empty();
        try {
            return journal.turn(outcome, next);
        } catch (RuntimeException storeFailed) {
            failure = Optional.of(failure.orElse(storeFailed));
            return false;
        }
    }

    /** Throws what the store threw. */
    void finish() {
        failure.ifPresent(storeFailed -> {
            throw storeFailed;
        });
    }
}
