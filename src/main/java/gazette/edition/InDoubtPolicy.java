package gazette.edition;

/** What becomes of a message that the peer may or may not have. Columns hold the name. */
public enum InDoubtPolicy {
    /** Hand it over again with the same Message-ID and octets: a receiver can drop the copy. */
    RETRY,
    /** Keep it for a person to decide. */
    HOLD
}
