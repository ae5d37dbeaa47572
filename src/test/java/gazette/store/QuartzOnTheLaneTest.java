package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.UpdateLockRowSemaphore;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz keeps its tables in the store and takes its turns on the write lane. */
final class QuartzOnTheLaneTest {
    private static final AtomicInteger FIRED = new AtomicInteger();

    @TempDir
    private Path folder;

    /** Counts. */
    public static final class Counting implements Job {
        /** Used by Quartz. */
        public Counting() {}

        @Override
        public void execute(JobExecutionContext context) {
            FIRED.incrementAndGet();
        }
    }

    @Test
    void aScheduleFiresBesideWritersAndIsThereAfterARestart() throws Exception {
        try (SqliteWorld world = new SqliteWorld(folder, new HandClock())) {
            Scheduler first = scheduler(world.store(), "first");
            JobDetail job = JobBuilder.newJob(Counting.class)
                    .withIdentity("digest")
                    .storeDurably()
                    .requestRecovery()
                    .build();
            first.scheduleJob(
                    job,
                    TriggerBuilder.newTrigger()
                            .withSchedule(CronScheduleBuilder.cronSchedule("* * * * * ?"))
                            .build());
            first.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                world.subscribers().take(Samples.readers(1 + FIRED.get() % 2, "list " + FIRED.get()));
                return FIRED.get() >= 2;
            });
            first.shutdown(true);

            Scheduler second = scheduler(world.store(), "second");

            assertThat(second.checkExists(new JobKey("digest"))).isTrue();
            assertThat(second.getTriggersOfJob(new JobKey("digest"))).hasSize(1);
            second.shutdown(true);
        }
    }

    private static Scheduler scheduler(Store store, String id) throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(id, new Lane(store));
        Properties words = new Properties();
        words.setProperty("org.quartz.scheduler.instanceName", "lane test");
        words.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        words.setProperty("org.quartz.threadPool.threadCount", "1");
        words.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        words.setProperty("org.quartz.jobStore.dataSource", id);
        words.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        words.setProperty("org.quartz.jobStore.lockHandler.class", UpdateLockRowSemaphore.class.getName());
        words.setProperty("org.quartz.jobStore.useProperties", "true");
        words.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return new StdSchedulerFactory(words).getScheduler();
    }

    private record Lane(Store store) implements ConnectionProvider {
        @Override
        public Connection getConnection() {
            return store.borrowWriter();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }
}
