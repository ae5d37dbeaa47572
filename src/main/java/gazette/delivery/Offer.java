package gazette.delivery;

/**
 * Whether one server keeps one thing that it offers, as far as this process has seen. What was kept once is trusted;
 * what was broken {@link #TRIES} times before it was ever kept, or denied in so many words, is used no more: another
 * way always works. Safe to use from many threads; guarded by its own lock.
 */
final class Offer {
    /** One broken session may have any cause, and three as well: then it costs speed, and nothing else. */
    static final int TRIES = 3;

    private boolean kept;
    private boolean givenUp;
    private int broken;

    /** Whether to make use of it. */
    synchronized boolean isTaken() {
        return !givenUp;
    }

    /** Whether it was kept before, so that what breaks now has another cause. */
    synchronized boolean isProven() {
        return kept;
    }

    /** The server did as it offers. */
    synchronized void kept() {
        kept = true;
        broken = 0;
    }

    /** It did not; whether this is the end of it. */
    synchronized boolean broken() {
        return !kept && ++broken >= TRIES && denied();
    }

    /** It said that it does not know what it offers; whether nobody knew that before. */
    synchronized boolean denied() {
        boolean news = !givenUp;
        givenUp = true;
        return news;
    }
}
