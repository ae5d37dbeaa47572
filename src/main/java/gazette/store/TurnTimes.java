package gazette.store;

import java.time.Duration;

/**
 * What the turns of this process, and the claims that went along with them, cost since the store was opened.
 *
 * @param turns how many were committed, each claim counted as one
 * @param commits with how many commits, each one sync of the disk
 * @param nanos how long all turns together waited for their commits, in nanoseconds
 */
public record TurnTimes(long turns, long commits, long nanos) {
    static final TurnTimes NONE = new TurnTimes(0, 0, 0);

    TurnTimes and(int group, long nanosOfAll) {
        return new TurnTimes(turns + group, commits + 1, nanos + nanosOfAll);
    }

    /** What came after {@code earlier}. */
    public TurnTimes since(TurnTimes earlier) {
        return new TurnTimes(turns - earlier.turns, commits - earlier.commits, nanos - earlier.nanos);
    }

    /** How long one turn waited, on average; zero when there was none. */
    public Duration meanWait() {
        return turns == 0 ? Duration.ZERO : Duration.ofNanos(nanos / turns);
    }

    /** How many turns a commit took along, on average. */
    public double turnsPerCommit() {
        return commits == 0 ? 0 : (double) turns / commits;
    }
}
