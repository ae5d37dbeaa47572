package gazette.delivery;

/** What making a message came to. */
public sealed interface Made permits Letter, Made.Refused {
    /** There is none to send. */
    record Refused(Outcome.Unsendable why) implements Made {}
}
