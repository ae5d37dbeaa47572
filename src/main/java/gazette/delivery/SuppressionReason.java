package gazette.delivery;

/** Why a dispatch is not handed over. Columns hold the name. */
public enum SuppressionReason {
    /** The subscription ended after the audience was frozen. */
    LEFT,
    /** The address is on the list of addresses never to mail. */
    SUPPRESSED,
    /** A person cancelled the edition. */
    CANCELLED,
    /** The reader's own fields make no message. */
    CANNOT_BE_RENDERED,
    /** The stored address is none that mail can be sent to. */
    BAD_ADDRESS,
    /** The address needs SMTPUTF8 and the server does not offer it (RFC 6531). */
    NEEDS_SMTPUTF8,
    /** The message is larger than the server takes (RFC 1870). */
    TOO_LARGE,
    /** None of the edition's stories is on a topic that the reader chose. */
    NO_TOPIC
}
