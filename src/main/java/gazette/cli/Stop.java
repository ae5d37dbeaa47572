package gazette.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether somebody asked the process to stop, and how. Safe to use from many threads. */
final class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile ExitCode how = ExitCode.DONE;

    /** Only the first asking counts. */
    synchronized void ask(ExitCode code) {
        if (!isAsked()) {
            how = code;
            asked.countDown();
        }
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** What the process shall exit with; {@code DONE} while nobody asked. */
    ExitCode code() {
        return how;
    }

    /** Waits until somebody asks. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException stopNow) {
            ask(ExitCode.TERMINATED);
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until somebody asks, but no longer than {@code patience}; whether somebody did. */
    boolean await(Duration patience) {
        try {
            return asked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopNow) {
            ask(ExitCode.TERMINATED);
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
