package gazette.delivery;

import java.util.Optional;

/**
 * How a dispatch ended that a person may have tried again. Those who left, who are never to be mailed or for whom the
 * edition holds nothing are not among them, nor are those who have it.
 */
public enum Ended {
    REJECTED(DispatchState.REJECTED),
    EXPIRED(DispatchState.EXPIRED),
    HELD(DispatchState.HELD),
    /** Larger than the server takes: another server may take it. */
    TOO_LARGE(SuppressionReason.TOO_LARGE),
    /** The server takes ASCII alone: another may not. */
    NEEDS_SMTPUTF8(SuppressionReason.NEEDS_SMTPUTF8),
    /** The reader's own fields made no message: they may have been mended. */
    CANNOT_BE_RENDERED(SuppressionReason.CANNOT_BE_RENDERED);

    private final DispatchState state;
    private final Optional<SuppressionReason> reason;

    Ended(DispatchState state) {
        this.state = state;
        this.reason = Optional.empty();
    }

    Ended(SuppressionReason reason) {
        this.state = DispatchState.SUPPRESSED;
        this.reason = Optional.of(reason);
    }

    public DispatchState state() {
        return state;
    }

    /** Of a suppressed one. */
    public Optional<SuppressionReason> reason() {
        return reason;
    }

    /** How many of {@code tally} ended so. */
    public long in(Tally tally) {
        return reason.map(why -> tally.suppressed().getOrDefault(why, 0L)).orElseGet(() -> tally.in(state));
    }

    /** Whether no server was shown the message. */
    public boolean isUnshown() {
        return reason.isPresent();
    }
}
