package gazette.delivery;

import gazette.edition.InDoubtPolicy;
import gazette.mail.SmtpReply;

/** What one attempt came to. */
public sealed interface Outcome {
    /** The state that {@code dispatch} moves to after the attempt. */
    DispatchState next(Dispatch dispatch, RetryPolicy policy);

    /** The server's words, or ours, for a person to read. */
    String words();

    /** 2yz to the final dot: the next hop has taken responsibility (RFC 5321 section 4.2.5). */
    record Accepted(SmtpReply reply) implements Outcome {
        @Override
        public DispatchState next(Dispatch dispatch, RetryPolicy policy) {
            return DispatchState.ACCEPTED;
        }

        @Override
        public String words() {
            return reply.toString();
        }
    }

    /**
     * 5yz: the server will never take this message for this reader (RFC 5321 section 4.2.1).
     *
     * @param fault the reader's or the message's
     */
    record Rejected(SmtpReply reply, Fault fault) implements Outcome {
        /** The reader's fault. */
        public Rejected(SmtpReply reply) {
            this(reply, Fault.READER);
        }

        @Override
        public DispatchState next(Dispatch dispatch, RetryPolicy policy) {
            return DispatchState.REJECTED;
        }

        @Override
        public String words() {
            return reply.toString();
        }
    }

    /**
     * 4yz, a time-out, a connection lost before the last piece of the content, or an objection to us: nobody has the
     * message.
     */
    record Deferred(String words, Diagnosis why) implements Outcome {
        /** No reply says why. */
        public Deferred(String words) {
            this(words, Diagnosis.PASSING);
        }

        @Override
        public DispatchState next(Dispatch dispatch, RetryPolicy policy) {
            return policy.isUsedUp(dispatch.attempt()) ? DispatchState.EXPIRED : DispatchState.DEFERRED;
        }
    }

    /** Connection lost between the last piece of the content and its reply: the peer may have it (RFC 1047). */
    record InDoubt(String words) implements Outcome {
        @Override
        public DispatchState next(Dispatch dispatch, RetryPolicy policy) {
            return dispatch.inDoubt() == InDoubtPolicy.HOLD ? DispatchState.HELD : DispatchState.IN_DOUBT;
        }
    }

    /** No message can be made, or none that this server could take; nothing was shown to it. */
    record Unsendable(SuppressionReason reason, String words) implements Outcome {
        @Override
        public DispatchState next(Dispatch dispatch, RetryPolicy policy) {
            return DispatchState.SUPPRESSED;
        }
    }
}
