package gazette.delivery;

import java.util.List;

/**
 * Divides the work among accounts by their shares. Each has a count of what it took, divided by its share; who is ahead
 * of the others waits for them, unless they are away or have taken nothing for a while. Who was away starts again level
 * with the others: nothing is made up for. Safe to use from many threads; guarded by its own lock.
 */
final class Shares {
    /** How far the account with the largest share may be ahead, in messages: one large claim. */
    private static final int AHEAD = 20;

    /** Who took nothing for so long, in seconds, is waited for no more: its connections hang. */
    private static final double PATIENCE = 2;

    private final List<Carrier> carriers;
    private final Time time;
    private final double ahead;

    Shares(List<Carrier> carriers, Time time) {
        this.carriers = List.copyOf(carriers);
        this.time = time;
        this.ahead = (double) AHEAD
                / Math.max(1, carriers.stream().mapToInt(Carrier::share).max().orElse(1));
    }

    /** How many of {@code wanted} messages {@code carrier} may take now. */
    synchronized int allowance(Carrier carrier, int wanted) {
        if (carriers.size() == 1) {
            return wanted;
        }
        if (carrier.share() == 0) {
            return isIn(carrier) ? wanted : 0;
        }
        if (carrier.isAway()) {
            return wanted; // its probe
        }
        double behind = carriers.stream()
                .filter(c -> c != carrier && isInTheRace(c))
                .mapToDouble(Carrier::progress)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        double may = (behind + ahead - carrier.progress()) * carrier.share();
        return (int) Math.max(0, Math.min(wanted, Math.ceil(may)));
    }

    /** Whether there is anything for {@code carrier} to do: a spare waits until all others are away. */
    boolean isIn(Carrier carrier) {
        return carrier.share() > 0
                || carriers.size() == 1
                || carriers.stream().allMatch(c -> c.share() == 0 || c.isAway());
    }

    private boolean isInTheRace(Carrier carrier) {
        return carrier.share() > 0 && !carrier.isAway() && time.since(carrier.lastTaken()) < PATIENCE;
    }

    /** {@code carrier} took so many, or gave back when negative. */
    synchronized void took(Carrier carrier, int messages) {
        if (carrier.share() == 0 || messages == 0) {
            return;
        }
        if (messages > 0 && !isInTheRace(carrier)) {
            double level = carriers.stream()
                    .filter(c -> c != carrier && isInTheRace(c))
                    .mapToDouble(Carrier::progress)
                    .min()
                    .orElse(carrier.progress());
            carrier.progress(Math.max(level, carrier.progress()));
        }
        carrier.progress(carrier.progress() + (double) messages / carrier.share());
        if (messages > 0) {
            carrier.tookNow();
        }
    }
}
