package gazette.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time that one fetch has for the network. It stands still while the fetch waits for others of ours; when it is over,
 * what is under way is ended by the watchdog's thread. Safe to use from many threads.
 */
final class TimeLimit implements AutoCloseable {
    private final ScheduledExecutorService watchdog;
    private long left;
    private long since;
    private boolean isRunning;
    private boolean isOver;
    private Runnable end = () -> {};
    private Optional<Future<?>> alarm = Optional.empty();

    TimeLimit(ScheduledExecutorService watchdog, Duration total) {
        this.watchdog = watchdog;
        this.left = total.toNanos();
    }

    /** Lets it run; {@code ending} is called, once, when it is over before it is stopped. */
    synchronized void start(Runnable ending) {
        end = ending;
        resume();
    }

    /** Lets it stand still. */
    synchronized void stop() {
        if (isRunning) {
            left -= System.nanoTime() - since;
            isRunning = false;
            alarm.ifPresent(a -> a.cancel(false));
        }
    }

    /** Lets it run on, for the same thing as before. */
    synchronized void resume() {
        since = System.nanoTime();
        isRunning = true;
        alarm = Optional.of(watchdog.schedule(this::ring, Math.max(0, left), TimeUnit.NANOSECONDS));
    }

    private void ring() {
        Runnable ending;
        synchronized (this) {
            if (!isRunning || System.nanoTime() - since < left) {
                return;
            }
            isOver = true;
            ending = end;
        }
        ending.run();
    }

    synchronized boolean isOver() {
        return isOver;
    }

    /** What is left of it; never negative. */
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, left - (isRunning ? System.nanoTime() - since : 0)));
    }

    @Override
    public void close() {
        stop();
    }
}
