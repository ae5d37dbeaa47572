package gazette.delivery;

/** What is broken on purpose, so that the simulation is seen to find it. */
enum Breakage {
    NONE,
    /** Content goes without a hand-over in the journal. */
    HANDS_OVER_WITHOUT_A_RECORD,
    /** An outcome is committed one turn too late. */
    SETTLES_LATE,
    /** What is in doubt counts as not sent. */
    DOUBTS_NOTHING,
    /** The journal says no, and it goes on. */
    IGNORES_REFUSALS,
    /** The claims of dead processes stay theirs. */
    TAKES_NOTHING_BACK,
    /** A deferred dispatch is forgotten. */
    FORGETS_THE_DEFERRED,
    /** Another try, other octets. */
    CHANGES_THE_OCTETS
}
