package gazette.delivery;

/**
 * Whose fault a refusal is. It decides what becomes of the dispatch: what is the reader's or the message's and permanent
 * is rejected, what is ours or the moment's is deferred, and never held against a reader.
 */
public enum Fault {
    /** The address is unknown, closed, full, or takes no mail of this sender. */
    READER,
    /** Nobody would get this message through: too large, malformed, or taken for spam. */
    MESSAGE,
    /** The server objects to the sender: the log-in, relaying, its address, its reputation. A person has to mend it. */
    OURS,
    /** The server is busy, slow or confused: the same may pass later. */
    MOMENT
}
