package gazette.delivery;

import gazette.mail.SmtpReply;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reply other than the hoped-for one says of the dispatch in hand and of the session. A reader is rejected only
 * by a reply that speaks of the reader or the message; what speaks of us, of the session or of the server defers.
 *
 * @param end how the session ends for it; empty when it goes on after RSET
 */
record Verdict(Outcome outcome, Optional<Parting.Kind> end) {
    /** The server closes the channel (RFC 5321 section 3.8). */
    private static final int CLOSING = 421;

    /** The two sides misunderstand one another: a command unknown, or out of order (RFC 5321 section 4.2.2). */
    private static final Set<Integer> MISUNDERSTANDING = Set.of(500, 502, 503, 504);

    /** We have not logged in, or not well enough (RFC 4954 section 6), or not over TLS (RFC 3207 section 4). */
    private static final Set<Integer> LOG_IN_FIRST = Set.of(530, 534, 535, 538);

    /** How servers say that they do not know us as one of theirs, which is no fault of the recipient. */
    private static final Pattern NO_RELAYING = Pattern.compile("(?i)\\b(relay|relaying)\\b|rcpthosts");

    /** A MAIL that was refused: no recipient was named yet, so it is about us (RFC 5321 section 3.3). */
    static Optional<Verdict> ofMail(SmtpReply reply, boolean withSmtpUtf8) {
        if (reply.code().isPositive()) {
            return Optional.empty();
        }
        int code = reply.code().value();
        if (reply.code().isPermanent() && withSmtpUtf8 && !LOG_IN_FIRST.contains(code)) {
            return Optional.of(goesOn(new Outcome.Rejected(reply)));
        }
        if (reply.code().isPermanent() && !MISUNDERSTANDING.contains(code)) {
            return Optional.of(ends(reply, Parting.Kind.REFUSED));
        }
        return Optional.of(ends(reply, Parting.Kind.UNREACHABLE));
    }

    /** A recipient that was refused; 251 and 252 are as good as 250 (RFC 5321 section 3.4). */
    static Optional<Verdict> ofRecipient(SmtpReply reply) {
        if (reply.code().isPositive()) {
            return Optional.empty();
        }
        boolean stranger =
                reply.code().isPermanent() && NO_RELAYING.matcher(reply.text()).find();
        return Optional.of(stranger ? goesOn(new Outcome.Deferred(reply.toString())) : refusal(reply));
    }

    /** DATA that was not answered by 354. */
    static Optional<Verdict> ofData(SmtpReply reply) {
        return reply.code().isIntermediate() ? Optional.empty() : Optional.of(refusal(reply));
    }

    /** The reply to the final dot. */
    static Verdict ofContent(SmtpReply reply) {
        if (reply.code().isPositive()) {
            return goesOn(new Outcome.Accepted(reply));
        }
        return reply.code().isIntermediate()
                ? inDoubt("the server answered the final dot with " + reply)
                : refusal(reply);
    }

    /** The session broke off before the peer can have had the whole message. */
    static Verdict brokenOff(String words) {
        return new Verdict(new Outcome.Deferred(words), Optional.of(Parting.Kind.LOST));
    }

    /** The session broke off when the peer may have had the whole message. */
    static Verdict inDoubt(String words) {
        return new Verdict(new Outcome.InDoubt(words), Optional.of(Parting.Kind.LOST));
    }

    private static Verdict refusal(SmtpReply reply) {
        int code = reply.code().value();
        if (LOG_IN_FIRST.contains(code)) {
            return ends(reply, Parting.Kind.REFUSED);
        }
        if (code == CLOSING || MISUNDERSTANDING.contains(code)) {
            return ends(reply, Parting.Kind.LOST);
        }
        if (reply.code().isTransient()) {
            return goesOn(new Outcome.Deferred(reply.toString()));
        }
        return reply.code().isPermanent() ? goesOn(new Outcome.Rejected(reply)) : ends(reply, Parting.Kind.LOST);
    }

    private static Verdict ends(SmtpReply reply, Parting.Kind kind) {
        return new Verdict(new Outcome.Deferred(reply.toString()), Optional.of(kind));
    }

    private static Verdict goesOn(Outcome outcome) {
        return new Verdict(outcome, Optional.empty());
    }
}
