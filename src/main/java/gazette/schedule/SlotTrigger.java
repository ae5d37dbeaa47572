package gazette.schedule;

import java.text.ParseException;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.spi.MutableTrigger;

/** Fires at the slots of a cadence; a cron trigger but for the days on which the clocks jump. */
@SuppressWarnings("JavaUtilDate") // Quartz's own type for an instant
final class SlotTrigger extends CronTriggerImpl {
    private static final long serialVersionUID = 1L;

    private SlotTrigger(String cron, TimeZone zone) throws ParseException {
        setCronExpression(cron);
        setTimeZone(zone);
        setMisfireInstruction(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
    }

    static ScheduleBuilder<SlotTrigger> schedule(String cron, TimeZone zone) {
        return new ScheduleBuilder<>() {
            @Override
            protected MutableTrigger build() {
                try {
                    return new SlotTrigger(cron, zone);
                } catch (ParseException e) {
                    throw new IllegalArgumentException("'" + cron + "' is no cron expression", e);
                }
            }
        };
    }

    /** Whether it fires as a trigger made of this expression and zone would. */
    boolean isFor(String cron, TimeZone zone) {
        return getCronExpression().equals(cron) && getTimeZone().getID().equals(zone.getID());
    }

    /** True, so that Quartz does not take it for a plain cron trigger when it writes it. */
    @Override
    public boolean hasAdditionalProperties() {
        return true;
    }

    @Override
    protected @Nullable Date getTimeAfter(Date after) {
        return times().after(after.toInstant()).map(Date::from).orElse(null);
    }

    private CronTimes times() {
        return CronTimes.of(getCronExpression(), getTimeZone().toZoneId());
    }
}
