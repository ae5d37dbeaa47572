package gazette.delivery;

/** What has become of a dispatch. Columns hold the name. */
public enum DispatchState {
    /** Owed, and not tried yet. */
    PENDING,
    /** A worker has it, and has shown the peer no octet of its content. */
    CLAIMED,
    /** Its content may be on its way: from the commit of this state to the commit of the outcome is the gap. */
    HANDING_OVER,
    /** 2yz after the final dot: the next hop is responsible (RFC 5321 section 4.2.5). */
    ACCEPTED,
    /** 5yz: this reader will not get it (RFC 5321 section 4.2.1). */
    REJECTED,
    /** 4yz, or no answer before the last piece: tried again later (RFC 5321 section 4.5.4.1). */
    DEFERRED,
    /** Retries are used up. */
    EXPIRED,
    /** Lost between the final dot and the record of its reply: tried again with the same octets (RFC 1047). */
    IN_DOUBT,
    /** In doubt, and kept for a person. */
    HELD,
    /** Not handed over, for a {@link SuppressionReason}. */
    SUPPRESSED;

    /** Whether nothing will be tried any more. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, CLAIMED, HANDING_OVER, DEFERRED, IN_DOUBT -> false;
            case ACCEPTED, REJECTED, EXPIRED, HELD, SUPPRESSED -> true;
        };
    }
}
