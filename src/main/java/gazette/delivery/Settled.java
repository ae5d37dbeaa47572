package gazette.delivery;

/** A dispatch and what its attempt came to. */
public record Settled(Dispatch dispatch, Outcome outcome) {}
