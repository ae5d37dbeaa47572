package gazette.delivery;

import gazette.delivery.Diagnosis.Stage;
import gazette.mail.SmtpReply;
import java.util.Optional;

/**
 * What a reply other than the hoped-for one says of the dispatch in hand and of the session. A reader is rejected only
 * by a reply that speaks of the reader or the message; what speaks of us, of the session or of the server defers.
 *
 * @param end how the session ends for it; empty when it goes on after RSET
 */
record Verdict(Outcome outcome, Optional<Parting.Kind> end) {
    /** A MAIL that was refused: no recipient was named yet, so it is about us (RFC 5321 section 3.3) or the size. */
    static Optional<Verdict> ofMail(SmtpReply reply, boolean withSmtpUtf8) {
        if (reply.code().isPositive()) {
            return Optional.empty();
        }
        Diagnosis why = diagnosis(reply, Stage.MAIL);
        boolean isOfThisMessage = why.fault() == Fault.MESSAGE
                || (withSmtpUtf8 && reply.code().isPermanent() && !Diagnosis.endsSession(reply));
        if (isOfThisMessage) {
            return Optional.of(goesOn(new Outcome.Rejected(reply, Fault.MESSAGE)));
        }
        return Optional.of(
                ends(reply, why, why.fault() == Fault.OURS ? Parting.Kind.REFUSED : Parting.Kind.UNREACHABLE));
    }

    /** A recipient that was refused; 251 and 252 are as good as 250 (RFC 5321 section 3.4). */
    static Optional<Verdict> ofRecipient(SmtpReply reply) {
        return reply.code().isPositive() ? Optional.empty() : Optional.of(refusal(reply, Stage.RECIPIENT));
    }

    /** DATA that was not answered by 354. */
    static Optional<Verdict> ofData(SmtpReply reply) {
        return reply.code().isIntermediate() ? Optional.empty() : Optional.of(refusal(reply, Stage.CONTENT));
    }

    /** The reply to the final dot. */
    static Verdict ofContent(SmtpReply reply) {
        if (reply.code().isPositive()) {
            return goesOn(new Outcome.Accepted(reply));
        }
        return reply.code().isIntermediate()
                ? inDoubt("the server answered the final dot with " + reply)
                : refusal(reply, Stage.CONTENT);
    }

    /** The session broke off before the peer can have had the whole message. */
    static Verdict brokenOff(String words) {
        return new Verdict(new Outcome.Deferred(words), Optional.of(Parting.Kind.LOST));
    }

    /** The session broke off when the peer may have had the whole message. */
    static Verdict inDoubt(String words) {
        return new Verdict(new Outcome.InDoubt(words), Optional.of(Parting.Kind.LOST));
    }

    private static Verdict refusal(SmtpReply reply, Stage stage) {
        Diagnosis why = diagnosis(reply, stage);
        if (Diagnosis.endsSession(reply)) {
            return ends(reply, why, why.fault() == Fault.OURS ? Parting.Kind.REFUSED : Parting.Kind.LOST);
        }
        return switch (why.fault()) {
            case READER, MESSAGE -> goesOn(new Outcome.Rejected(reply, why.fault()));
            case OURS -> goesOn(new Outcome.Deferred(reply.toString(), why));
            case MOMENT ->
                reply.code().isPositive() || reply.code().isIntermediate()
                        ? ends(reply, why, Parting.Kind.LOST)
                        : goesOn(new Outcome.Deferred(reply.toString(), why));
        };
    }

    /** A 2yz or 3yz in the wrong place is a server out of step. */
    private static Diagnosis diagnosis(SmtpReply reply, Stage stage) {
        return reply.code().isTransient() || reply.code().isPermanent()
                ? Diagnosis.of(reply, stage)
                : Diagnosis.PASSING;
    }

    private static Verdict ends(SmtpReply reply, Diagnosis why, Parting.Kind kind) {
        return new Verdict(new Outcome.Deferred(reply.toString(), why), Optional.of(kind));
    }

    private static Verdict goesOn(Outcome outcome) {
        return new Verdict(outcome, Optional.empty());
    }
}
