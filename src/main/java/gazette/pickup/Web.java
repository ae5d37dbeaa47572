package gazette.pickup;

import gazette.fetch.Fetcher;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleSupplier;

/**
 * How feeds are asked. One for all rounds of a process: it bounds how many feeds are taken apart at once, because each
 * takes several times its size in memory. Whoever made the fetcher and the threads closes them.
 */
public final class Web {
    private final Fetcher fetcher;
    private final Executor threads;
    private final Duration patience;
    private final DoubleSupplier chance;
    private final Semaphore desks = new Semaphore(Runtime.getRuntime().availableProcessors());

    /**
     * @param threads where servers are waited for; a host takes one at a time
     * @param patience how long a round waits for its feeds; who answers later is asked again by the next
     * @param chance from 0 to 1, safe to use from many threads
     */
    public Web(Fetcher fetcher, Executor threads, Duration patience, DoubleSupplier chance) {
        this.fetcher = fetcher;
        this.threads = threads;
        this.patience = patience;
        this.chance = chance;
    }

    Fetcher fetcher() {
        return fetcher;
    }

    Executor threads() {
        return threads;
    }

    Duration patience() {
        return patience;
    }

    DoubleSupplier chance() {
        return chance;
    }

    /** One permit for each feed that may be taken apart just now: as many as there are cores. */
    Semaphore desks() {
        return desks;
    }
}
