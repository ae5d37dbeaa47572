package gazette.subscriber;

/** Who ended a subscription. Columns hold the name. */
public enum EndedBy {
    /** The row left the operator's list; it may come back the same way. */
    LIST,
    /** The reader left; no list brings them back. */
    READER,
    /** The operator removed them by command; no list brings them back. */
    OPERATOR
}
