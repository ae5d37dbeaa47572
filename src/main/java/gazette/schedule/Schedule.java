package gazette.schedule;

import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * Runs the work when its time has come, until closed. There is at most one in a process.
 *
 * <p>Quartz keeps a durable job per cadence in the store. A slot that passed while nothing ran is made up for at the
 * next start: once per cadence, for the newest such slot. A cadence that was never seen before, or whose expression or
 * zone changed, begins with its next slot. A digest that was cut short by the death of the process is called again for
 * the same slot.
 */
public final class Schedule implements AutoCloseable {
    /** As many threads of Quartz's: two newsletters at the same hour, and pick-up. */
    static final int THREADS = 3;

    /**
     * What there is to do. Called from {@value Schedule#THREADS} threads, but never twice at once for one cadence. It
     * must be safe to call again for the same slot. What it throws ends that call only; Quartz logs it as an error.
     */
    public interface Work {
        /** The interval has passed. */
        void pickUp();

        /** The slot has come. */
        void digest(String newsletter, String cadence, Instant slot);
    }

    /**
     * How often and how patiently.
     *
     * @param pickUpEvery from one pick-up to the next; at least a second
     * @param lateAfter from which delay on a slot counts as missed, and only the newest missed one is run
     * @param patience how long {@link Schedule#close} waits for running work
     */
    public record Pace(Duration pickUpEvery, Duration lateAfter, Duration patience) {
        /** Quartz's own minute for a missed slot; the 10 s of a stop leave 2 s for closing the rest. */
        public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(8));
    }

    private final Scheduler quartz;
    private final Pace pace;

    private Schedule(Scheduler quartz, Pace pace) {
        this.quartz = quartz;
        this.pace = pace;
    }

    /**
     * Makes the stored jobs those of {@code newsletters}, and starts them.
     *
     * @param clock what a slot is reckoned by; Quartz itself goes by the machine's
     * @throws ScheduleProblem when the tables cannot be read or written
     * @throws IllegalStateException when a schedule is running in this process
     */
    public static Schedule start(
            List<Newsletter> newsletters, Work work, QuartzConnections connections, Clock clock, Pace pace) {
        try {
            Scheduler quartz = QuartzSetup.scheduler(connections, pace);
            quartz.setJobFactory(
                    (bundle, scheduler) -> job(bundle.getJobDetail().getJobClass(), work, clock));
            Timetable timetable = new Timetable(quartz, clock);
            timetable.keepOnly(newsletters);
            for (Newsletter newsletter : newsletters) {
                ZoneId zone = newsletter.masthead().zone();
                for (Cadence cadence : newsletter.cadences()) {
                    timetable.put(newsletter.id(), cadence, zone);
                }
            }
            timetable.putPickUp(pace.pickUpEvery());
            quartz.start();
            return new Schedule(quartz, pace);
        } catch (SchedulerException e) {
            throw new ScheduleProblem("starting the schedule", e);
        }
    }

    private static Job job(Class<? extends Job> type, Work work, Clock clock) {
        return type == DigestJob.class ? new DigestJob(work, clock) : new PickUpJob(work);
    }

    /**
     * Starts nothing more and waits for running work, but no longer than its patience: what is running then is called
     * again at the next start. Closing twice does nothing more.
     */
    @Override
    public void close() {
        FutureTask<Void> ending = new FutureTask<>(() -> {
            quartz.shutdown(true); // a standby would still fire what it has acquired
            return null;
        });
        Thread thread = new Thread(ending, "schedule-ending");
        thread.setDaemon(true);
        thread.start();
        try {
            ending.get(pace.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            QuartzSetup.forget();
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new ScheduleProblem("stopping the schedule", e);
        }
    }
}
