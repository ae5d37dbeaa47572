package gazette.edition;

/** How far an edition has come. Columns hold the name. Whether everybody has it is the outbox's to say. */
public enum EditionState {
    /** Numbered, its articles frozen; its variants are not stored yet. */
    COMPOSED,
    /** Its variants are stored; its audience is not frozen yet. */
    RENDERED,
    /** Its audience is frozen; delivery workers hand it over once its cool-down is past. */
    FILLED,
    /** Stopped by a person: nothing is claimed until it is resumed. */
    PAUSED;

    /** Whether a digest run has steps left to do on it. */
    public boolean isUnfinished() {
        return switch (this) {
            case COMPOSED, RENDERED -> true;
            case FILLED, PAUSED -> false;
        };
    }
}
