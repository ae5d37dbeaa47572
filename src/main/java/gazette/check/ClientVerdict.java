package gazette.check;

import java.util.List;

/**
 * How one mail program shows a message, as far as is known.
 *
 * @param used how many features the message uses
 * @param untested those of them of which nobody knows whether this client draws them
 * @param lacking what it does not draw and the message needs, by their titles
 * @param refinements what it does not draw and the message does without, by their titles
 * @param partly what it draws in part, by their titles
 */
public record ClientVerdict(
        Client client, int used, int untested, List<String> lacking, List<String> refinements, List<String> partly) {
    /** In a word. */
    public enum State {
        /** All that the message uses was tested, and is drawn. */
        OK,
        /** The message is whole, and less fine. */
        REFINEMENTS_DROPPED,
        /** Something looks wrong or does not work. */
        BREAKS,
        /** Too little was tested to say. */
        UNTESTED
    }

    /** From this share of tested features on there is something to say, in percent. */
    private static final int ENOUGH = 50;

    public ClientVerdict {
        lacking = List.copyOf(lacking);
        refinements = List.copyOf(refinements);
        partly = List.copyOf(partly);
    }

    /** What it comes to. A client with untested features is never {@link State#OK}. */
    public State state() {
        if (!lacking.isEmpty()) {
            return State.BREAKS;
        }
        if (tested() < ENOUGH) {
            return State.UNTESTED;
        }
        if (!refinements.isEmpty()) {
            return State.REFINEMENTS_DROPPED;
        }
        return untested > 0 ? State.UNTESTED : State.OK;
    }

    /** The share of the used features that were tested, in percent, rounded down. */
    public int tested() {
        return used == 0 ? 100 : 100 * (used - untested) / used;
    }
}
