package gazette.delivery;

import java.util.Iterator;
import java.util.Optional;

/**
 * The turns of one {@link Courier#deliver}: MAIL, RCPT and DATA of the next message, then the journal's word, then its
 * content. It never has more than one outcome that is not in the journal, and never begins content before the journal
 * has said yes. For one thread.
 */
final class Conversation {
    private final Letters letters;
    private final Iterator<Dispatch> claimed;
    private final Journal journal;

    /** The outcome that the next turn commits. */
    private Optional<Settled> last = Optional.empty();

    /** A dispatch whose MAIL met the end of a session that had served before: it goes along to the next one. */
    private Optional<Dispatch> carried = Optional.empty();

    Conversation(Letters letters, Iterator<Dispatch> claimed, Journal journal) {
        this.letters = letters;
        this.claimed = claimed;
        this.journal = journal;
    }

    /** Whether a dispatch waits for a new session. */
    boolean isCarrying() {
        return carried.isPresent();
    }

    /** There is no session: what was carried is deferred. */
    Parting without(Parting parting) {
        carried.ifPresent(dispatch -> settle(dispatch, new Outcome.Deferred(parting.words())));
        carried = Optional.empty();
        commit();
        return parting;
    }

    /** Delivers over {@code session} until it ends or nothing is left; the session is closed and all is committed. */
    Parting over(SmtpSession session) {
        try {
            int served = 0;
            while (isCarrying() || claimed.hasNext()) {
                Dispatch dispatch = carried.orElseGet(claimed::next);
                carried = Optional.empty();
                Optional<Parting> end = handOver(dispatch, session, served > 0);
                if (end.isPresent()) {
                    return end.get();
                }
                served++;
            }
            commit();
            session.quit();
            return new Parting(Parting.Kind.DONE, "");
        } finally {
            session.drop();
            commit();
        }
    }

    private Optional<Parting> handOver(Dispatch dispatch, SmtpSession session, boolean served) {
        Made made = letters.of(dispatch);
        if (made instanceof Made.Refused refused) {
            settle(dispatch, refused.why());
            return Optional.empty();
        }
        Letter letter = (Letter) made;
        if (letter.needsSmtpUtf8() && !session.supportsExtension("SMTPUTF8")) {
            settle(dispatch, new Outcome.Unsendable(SuppressionReason.NEEDS_SMTPUTF8, "the server takes ASCII alone"));
            return Optional.empty();
        }
        Optional<Verdict> refused = mail(letter, session);
        if (refused.isPresent()) {
            return refusedAtMail(dispatch, refused.get(), served, session);
        }
        refused = recipientAndData(letter, session);
        if (refused.isPresent()) {
            return settleAndReset(dispatch, refused.get(), session);
        }
        if (!turn(Optional.of(dispatch))) {
            return Optional.of(new Parting(Parting.Kind.LOST, "a hand-over was called off after DATA"));
        }
        return settled(dispatch, content(letter.content(), session));
    }

    private static Optional<Verdict> mail(Letter letter, SmtpSession session) {
        String options = letter.needsSmtpUtf8() ? " SMTPUTF8" : "";
        try {
            return Verdict.ofMail(
                    session.command("MAIL FROM:<" + letter.sender().path() + ">" + options), letter.needsSmtpUtf8());
        } catch (BrokenOff broken) {
            return Optional.of(Verdict.brokenOff(broken.words()));
        }
    }

    private static Optional<Verdict> recipientAndData(Letter letter, SmtpSession session) {
        try {
            Optional<Verdict> refused = Verdict.ofRecipient(session.command("RCPT TO:<" + letter.recipient() + ">"));
            return refused.isPresent() ? refused : Verdict.ofData(session.command("DATA"));
        } catch (BrokenOff broken) {
            return Optional.of(Verdict.brokenOff(broken.words()));
        }
    }

    private static Verdict content(Content content, SmtpSession session) {
        int piece = 0;
        try {
            for (; piece < content.pieces(); piece++) {
                session.write(content, piece);
            }
            return Verdict.ofContent(session.reply());
        } catch (BrokenOff broken) {
            return piece < content.pieces() - 1 ? Verdict.brokenOff(broken.words()) : Verdict.inDoubt(broken.words());
        }
    }

    /** A used session may have reached the server's limit of messages: the next one may take this dispatch. */
    private Optional<Parting> refusedAtMail(Dispatch dispatch, Verdict verdict, boolean served, SmtpSession session) {
        if (verdict.end().isEmpty()) {
            return settleAndReset(dispatch, verdict, session);
        }
        Parting.Kind kind = verdict.end().get();
        if (served && kind != Parting.Kind.REFUSED) {
            carried = Optional.of(dispatch);
            return Optional.of(new Parting(Parting.Kind.LOST, verdict.outcome().words()));
        }
        settle(dispatch, verdict.outcome());
        return Optional.of(new Parting(
                kind == Parting.Kind.REFUSED ? kind : Parting.Kind.UNREACHABLE,
                verdict.outcome().words()));
    }

    private Optional<Parting> settleAndReset(Dispatch dispatch, Verdict verdict, SmtpSession session) {
        Optional<Parting> end = settled(dispatch, verdict);
        return end.isPresent() ? end : reset(session);
    }

    private Optional<Parting> settled(Dispatch dispatch, Verdict verdict) {
        settle(dispatch, verdict.outcome());
        return verdict.end().map(kind -> new Parting(kind, verdict.outcome().words()));
    }

    /** RSET; whatever a server objects to it, no reader is to blame. */
    private static Optional<Parting> reset(SmtpSession session) {
        try {
            gazette.mail.SmtpReply reply = session.command("RSET");
            return reply.code().isPositive()
                    ? Optional.empty()
                    : Optional.of(new Parting(Parting.Kind.LOST, reply.toString()));
        } catch (BrokenOff broken) {
            return Optional.of(new Parting(Parting.Kind.LOST, broken.words()));
        }
    }

    private void settle(Dispatch dispatch, Outcome outcome) {
        commit();
        last = Optional.of(new Settled(dispatch, outcome));
    }

    private void commit() {
        if (last.isPresent()) {
            turn(Optional.empty());
        }
    }

    /** From here on the outcome is the journal's to keep, whether it throws or not. */
    private boolean turn(Optional<Dispatch> next) {
        Optional<Settled> outcome = last;
        last = Optional.empty();
        return journal.turn(outcome, next);
    }
}
