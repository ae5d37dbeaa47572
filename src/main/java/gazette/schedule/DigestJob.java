package gazette.schedule;

import gazette.edition.Cadence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;

/** Calls the digest run of a slot: of the newest one that has come, never of the moment at which Quartz got to it. */
@DisallowConcurrentExecution
final class DigestJob implements Job {
    static final String GROUP = "digest";

    private static final String NEWSLETTER = "newsletter";
    private static final String CADENCE = "cadence";
    private static final String CRON = "cron";
    private static final String ZONE = "zone";

    private final Schedule.Work work;
    private final Clock clock;

    DigestJob(Schedule.Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    static JobDetail detail(String newsletter, Cadence cadence, ZoneId zone) {
        return JobBuilder.newJob(DigestJob.class)
                .withIdentity(key(newsletter, cadence))
                .usingJobData(NEWSLETTER, newsletter)
                .usingJobData(CADENCE, cadence.name())
                .usingJobData(CRON, cadence.cron())
                .usingJobData(ZONE, zone.getId())
                .storeDurably()
                .requestRecovery()
                .build();
    }

    static JobKey key(String newsletter, Cadence cadence) {
        return JobKey.jobKey(newsletter + "/" + cadence.name(), GROUP);
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobDataMap words = context.getJobDetail().getJobDataMap();
        Cadence cadence = new Cadence(words.getString(CADENCE), words.getString(CRON));
        Slots.newestNotAfter(cadence, ZoneId.of(words.getString(ZONE)), asOf(context))
                .ifPresent(slot -> work.digest(words.getString(NEWSLETTER), cadence.name(), slot));
    }

    /**
     * The moment to look back from: now; or the trigger's own time, because Quartz may fire up to two milliseconds
     * early; or, for a run that was cut short and is made up for, the moment at which that one began.
     */
    @SuppressWarnings("JavaUtilDate") // Quartz's own type for an instant
    private Instant asOf(JobExecutionContext context) {
        if (context.isRecovering()) {
            JobDataMap cutShort = context.getTrigger().getJobDataMap();
            return latest(
                    millis(cutShort, Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_FIRETIME_IN_MILLISECONDS),
                    millis(cutShort, Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS));
        }
        Date meant = context.getScheduledFireTime();
        return latest(clock.instant(), meant.toInstant());
    }

    private static Instant millis(JobDataMap words, String key) {
        return Instant.ofEpochMilli(Long.parseLong(words.getString(key)));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
