package gazette.pickup;

/** Which sources are asked. A server that said when to come again is left alone until then in any case. */
public enum Eagerness {
    /** Those whose time has come: the schedule's own rounds. */
    DUE,
    /** All that do not have to be left alone: an edition is about to be made, or a person asks. */
    NOW
}
