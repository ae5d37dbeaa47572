package gazette.delivery;

/** How far a slot of a cadence is, as people say it. */
public enum Phase {
    /** An edition is composed, and its audience is not frozen yet. */
    DRAFTED,
    /** Its audience is frozen, and nothing leaves before its cool-down has passed. */
    COOLING,
    /** Somebody waits for it, or has it in hand. */
    UNDER_WAY,
    /** Stopped, for a reason that is kept with it. */
    PAUSED,
    /** Nobody waits for it any more. */
    SENT,
    /** Called off, for good. */
    CANCELLED,
    /** The slot passed without an edition. */
    SKIPPED
}
