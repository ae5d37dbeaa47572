package gazette.schedule;

import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The jobs and triggers that Quartz keeps, made to agree with the settings before it starts. */
final class Timetable {
    private final Scheduler quartz;
    private final Clock clock;

    Timetable(Scheduler quartz, Clock clock) {
        this.quartz = quartz;
        this.clock = clock;
    }

    /** Removes the jobs of cadences that went away from the settings. */
    void keepOnly(List<Newsletter> newsletters) throws SchedulerException {
        Set<JobKey> wanted = newsletters.stream()
                .flatMap(n -> n.cadences().stream().map(cadence -> DigestJob.key(n.id(), cadence)))
                .collect(Collectors.toSet());
        for (JobKey stored : quartz.getJobKeys(GroupMatcher.jobGroupEquals(DigestJob.GROUP))) {
            if (!wanted.contains(stored)) {
                quartz.deleteJob(stored);
            }
        }
    }

    /** Keeps a trigger that is still right, with its next time, which may have passed; makes a new one otherwise. */
    void put(String newsletter, Cadence cadence, ZoneId zone) throws SchedulerException {
        JobDetail job = DigestJob.detail(newsletter, cadence, zone);
        TriggerKey key = TriggerKey.triggerKey(job.getKey().getName(), DigestJob.GROUP);
        TimeZone quartzZone = TimeZone.getTimeZone(zone);
        if (isRight(key, cadence, quartzZone)) {
            quartz.addJob(job, true);
        } else if (!Slots.next(cadence, zone, clock.instant(), 1)
                .isEmpty()) { // else it is over: Quartz would refuse it
            quartz.scheduleJob(job, Set.of(trigger(key, cadence, quartzZone)), true);
        }
    }

    private boolean isRight(TriggerKey key, Cadence cadence, TimeZone zone) throws SchedulerException {
        Optional<Trigger> stored = Optional.ofNullable(quartz.getTrigger(key));
        return stored.filter(t -> t instanceof SlotTrigger slots && slots.isFor(cadence.cron(), zone))
                        .isPresent()
                && quartz.getTriggerState(key) != Trigger.TriggerState.ERROR;
    }

    @SuppressWarnings("JavaUtilDate") // Quartz's own type for an instant
    private Trigger trigger(TriggerKey key, Cadence cadence, TimeZone zone) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .withSchedule(SlotTrigger.schedule(cadence.cron(), zone))
                .startAt(Date.from(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))) // none in the past
                .build();
    }

    /** Pick-up begins at once, and anew at each start. */
    void putPickUp(Duration every) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(PickUpJob.class)
                .withIdentity(PickUpJob.KEY)
                .storeDurably()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(PickUpJob.KEY.getName(), PickUpJob.KEY.getGroup())
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever())
                .build();
        quartz.scheduleJob(job, Set.of(trigger), true);
    }
}
