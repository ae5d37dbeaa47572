package gazette.render;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a piece of work on a thread of its own and stops it when it takes too long or too much memory.
 *
 * <p>Stopping is an interrupt: templates are made to look out for it in every loop. Work that does not, such as one
 * endless regular expression, is left behind on its daemon thread; when that has happened twice, nothing more is begun
 * until one of them ends. Safe to use from many threads.
 */
final class TimeBox {
    /** An ordinary edition is done by then, and nobody looks at its memory: the first look costs 30 ms. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);

    private static final Duration NEXT_LOOK = Duration.ofMillis(20);
    private static final Duration PARTING = Duration.ofMillis(250);

    /** A template that does so for one reader does so for the next, and there are only so many processors. */
    private static final int MOST_LEFT_BEHIND = 2;

    private final RenderLimits limits;
    private final Set<Thread> leftBehind = ConcurrentHashMap.newKeySet();

    TimeBox(RenderLimits limits) {
        this.limits = limits;
    }

    RenderLimits limits() {
        return limits;
    }

    /**
     * The result of {@code work}.
     *
     * @throws Overrun when it was stopped, or not begun
     * @throws ExecutionException when it failed by itself
     */
    <T> T run(Callable<T> work) throws Overrun, ExecutionException {
        leftBehind.removeIf(thread -> !thread.isAlive());
        if (leftBehind.size() >= MOST_LEFT_BEHIND) {
            throw new Overrun(leftBehind.size() + " runs before it cannot be ended and keep the processors busy");
        }
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "gazette-render");
        thread.setDaemon(true);
        thread.start();
        try {
            return await(task, thread);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("rendering was interrupted");
        } finally {
            thread.interrupt();
        }
    }

    private <T> T await(FutureTask<T> task, Thread thread) throws InterruptedException, Overrun, ExecutionException {
        long start = System.nanoTime();
        Duration look = FIRST_LOOK.compareTo(limits.time()) < 0 ? FIRST_LOOK : limits.time();
        while (true) {
            try {
                return task.get(look.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillAtIt) {
                if (System.nanoTime() - start >= limits.time().toNanos()) {
                    throw stop(thread, "it ran for more than " + limits.time().toMillis() + " ms");
                }
                if (allocatedBy(thread) > limits.octets()) {
                    throw stop(thread, "it took more than " + (limits.octets() >> 20) + " MB of memory");
                }
                look = NEXT_LOOK;
            }
        }
    }

    private Overrun stop(Thread thread, String why) throws InterruptedException {
        thread.interrupt();
        thread.join(PARTING.toMillis());
        if (thread.isAlive()) {
            leftBehind.add(thread);
        }
        return new Overrun(why);
    }

    private static long allocatedBy(Thread thread) {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean counting
                        && counting.isThreadAllocatedMemorySupported()
                ? counting.getThreadAllocatedBytes(thread.getId())
                : 0;
    }
}
