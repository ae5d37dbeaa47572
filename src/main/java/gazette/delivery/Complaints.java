package gazette.delivery;

/**
 * Tells a wish from chance: a demand counts at once, a hint when a fifth of the last replies were hints. Not safe for
 * many threads.
 */
final class Complaints {
    /** Below this nobody can mean all of us: servers have a bad moment now and then. */
    private static final double TOO_MANY = 0.2;

    /** How many replies are looked back on, at least: at more a second, so many as a second has. */
    private static final int REPLIES = 50;

    /** Fewer are chance, however few replies there were yet. */
    private static final int LEAST = 5;

    private double hints;
    private long replies;
    private int hinted;

    void accepted(double perSecond) {
        weigh(0, perSecond);
    }

    /** Whether it is time to slow down. */
    boolean counts(Pushback pushback, double perSecond) {
        return switch (pushback) {
            case NONE -> false;
            case DEMAND -> true;
            case HINT -> {
                hinted++;
                weigh(1, perSecond);
                yield hinted >= LEAST && hints >= TOO_MANY;
            }
        };
    }

    void forget() {
        hints = 0;
        replies = 0;
        hinted = 0;
    }

    private void weigh(int hint, double perSecond) {
        replies++;
        double weight = Math.max(1.0 / replies, 1 / Math.max(REPLIES, perSecond));
        hints += weight * (hint - hints);
    }
}
