package gazette.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;

/** Calls pick-up. */
@DisallowConcurrentExecution
final class PickUpJob implements Job {
    static final JobKey KEY = JobKey.jobKey("pick-up", "articles");

    private final Schedule.Work work;

    PickUpJob(Schedule.Work work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.pickUp();
    }
}
