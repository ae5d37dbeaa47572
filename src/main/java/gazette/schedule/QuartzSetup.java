package gazette.schedule;

import java.util.Properties;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.UpdateLockRowSemaphore;
import org.quartz.simpl.SimpleThreadPool;

/** How Quartz is set up. */
final class QuartzSetup {
    /** The name under which rows are kept: a start finds what another process left behind. */
    private static final String NAME = "gazette";

    private QuartzSetup() {}

    /** A scheduler on the store, which has not begun to run. */
    static Scheduler scheduler(QuartzConnections connections, Schedule.Pace pace) throws SchedulerException {
        if (SchedulerRepository.getInstance().lookup(NAME) != null) {
            throw new IllegalStateException("a schedule is running in this process");
        }
        connections.register();
        return new StdSchedulerFactory(properties(pace)).getScheduler();
    }

    /** Lets another schedule start in this process, although the last one has not ended. */
    static void forget() {
        SchedulerRepository.getInstance().remove(NAME);
    }

    private static Properties properties(Schedule.Pace pace) {
        Properties words = new Properties();
        words.setProperty("org.quartz.scheduler.instanceName", NAME);
        words.setProperty("org.quartz.scheduler.instanceId", NAME);
        words.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        words.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        words.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        words.setProperty("org.quartz.threadPool.threadCount", Integer.toString(Schedule.THREADS));
        words.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        words.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        words.setProperty("org.quartz.jobStore.dataSource", QuartzConnections.DATA_SOURCE);
        // The plain delegate asks for blobs in a way that SQLite's driver does not know.
        words.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        words.setProperty(
                "org.quartz.jobStore.driverDelegateInitString",
                "triggerPersistenceDelegateClasses=" + QuartzConnections.SlotTriggers.class.getName());
        // Quartz's other lock is taken now before, now after the connection: with one connection that is a deadlock.
        words.setProperty("org.quartz.jobStore.lockHandler.class", UpdateLockRowSemaphore.class.getName());
        words.setProperty("org.quartz.jobStore.useProperties", "true");
        words.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        words.setProperty(
                "org.quartz.jobStore.misfireThreshold",
                Long.toString(pace.lateAfter().toMillis()));
        return words;
    }
}
