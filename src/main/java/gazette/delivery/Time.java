package gazette.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Where delivery has the time from, and where it is spent.
 *
 * @param clock what day it is
 * @param nanos a number of nanoseconds that only grows, to measure durations by
 * @param rest how a thread waits
 */
public record Time(Clock clock, LongSupplier nanos, Rest rest) {
    /** How a thread waits that has nothing to do. */
    interface Rest {
        /** Waits on {@code monitor}, which the caller holds, as {@link Object#wait()} does: it may end early. */
        void on(Object monitor, long nanos) throws InterruptedException;
    }

    /** Waits are of the machine's time. */
    public Time(Clock clock, LongSupplier nanos) {
        this(clock, nanos, TimeUnit.NANOSECONDS::timedWait);
    }

    /** {@code clock}, and the machine's own count. */
    public static Time of(Clock clock) {
        return new Time(clock, System::nanoTime);
    }

    long now() {
        return nanos.getAsLong();
    }

    /** What is left until {@code moment} of {@link #nanos}; zero when it has passed. */
    Duration until(long moment) {
        return Duration.ofNanos(Math.max(0, moment - now()));
    }

    /** How long ago {@code moment} of {@link #nanos} was, in seconds. */
    double since(long moment) {
        return (now() - moment) / 1e9;
    }
}
