package gazette.subscriber;

/** How far a person's consent to one newsletter goes. Columns hold the name. */
public enum SubscriptionState {
    /** Asked for, not yet confirmed by the reader: gets nothing. */
    PENDING,
    /** Consented, by the reader or by the operator's list: gets every edition of the cadence. */
    CONFIRMED,
    /** Over; {@link EndedBy} says who ended it. */
    ENDED
}
