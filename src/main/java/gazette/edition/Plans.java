package gazette.edition;

import java.util.function.UnaryOperator;

/** The plans of coming editions (port). Safe to use from many threads. */
public interface Plans {
    /** What was decided about the coming edition of a cadence; {@link Plan#NONE} when nothing was. */
    Plan plan(String newsletter, String cadence);

    /**
     * Decides something more, in one commit; what two people decide at once is both kept. {@link Plan#NONE} starts over.
     *
     * @param change what becomes of the plan; called within the commit, and only computes
     * @return what was decided so far
     */
    Plan change(String newsletter, String cadence, UnaryOperator<Plan> change);
}
