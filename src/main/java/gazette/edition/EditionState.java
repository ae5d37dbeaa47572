package gazette.edition;

/** How far an edition has come. Columns hold the name. Whether everybody has it is the outbox's to say. */
public enum EditionState {
    /** Numbered, its articles frozen; its variants are not stored yet. */
    COMPOSED,
    /** Its variants are stored; its audience is not frozen yet. */
    RENDERED,
    /** Its audience is being frozen, piece by piece; nothing is claimed yet. */
    FILLING,
    /** Its audience is frozen; delivery workers hand it over once its cool-down is past. */
    FILLED,
    /** Stopped, for a reason that is kept with it: nothing is claimed until it is resumed. */
    PAUSED,
    /** Called off by a person, for good: whoever waited is suppressed. */
    CANCELLED;

    /** Whether a digest run has steps left to do on it. */
    public boolean isUnfinished() {
        return switch (this) {
            case COMPOSED, RENDERED, FILLING -> true;
            case FILLED, PAUSED, CANCELLED -> false;
        };
    }
}
