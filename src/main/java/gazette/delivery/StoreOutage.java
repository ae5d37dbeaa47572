package gazette.delivery;

import java.time.Duration;

/** Whether the store answers; says so once each way. Safe to use from many threads; guarded by its own lock. */
final class StoreOutage {
    private final DeliveryLog log;
    private final Time time;
    private final Duration wait;
    private boolean away;
    private long until;

    /** @param wait how long nobody asks a store that failed */
    StoreOutage(DeliveryLog log, Time time, Duration wait) {
        this.log = log;
        this.time = time;
        this.wait = wait;
        this.until = time.now();
    }

    /** The store failed: all workers wait. */
    void began(RuntimeException failure) {
        if (isNews(true)) {
            log.storeFailed(failure);
        }
        log.waiting(wait);
    }

    /** The store answered. */
    void ended() {
        if (isNews(false)) {
            log.storeBack();
        }
    }

    private synchronized boolean isNews(boolean nowAway) {
        boolean news = away != nowAway;
        away = nowAway;
        until = nowAway ? time.now() + wait.toNanos() : until;
        return news;
    }

    /** What is left of the time in which nobody asks. */
    synchronized Duration left() {
        return time.until(until);
    }
}
