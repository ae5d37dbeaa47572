package gazette.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.TriggerBuilder;

@SuppressWarnings("JavaUtilDate") // Quartz's own type for an instant
final class SlotTriggerTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @ValueSource(strings = {"0 30 2 * * ?", "0 30 2 ? * SUN", "0 0/20 * * * ?"})
    void firesAtTheSlotsOverTheJumpsOfAYear(String cron) {
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        SlotTrigger trigger = TriggerBuilder.newTrigger()
                .withIdentity("t")
                .withSchedule(SlotTrigger.schedule(cron, TimeZone.getTimeZone(PARIS)))
                .startAt(Date.from(start))
                .forJob("j")
                .build();
        List<Instant> slots = Slots.next(new Cadence("c", cron), PARIS, start.minusSeconds(1), 20_000).stream()
                .filter(slot -> slot.isBefore(Instant.parse("2026-11-15T00:00:00Z")))
                .toList();

        List<Instant> fired = new ArrayList<>();
        trigger.computeFirstFireTime(null);
        while (fired.size() < slots.size()) {
            fired.add(trigger.getNextFireTime().toInstant());
            trigger.triggered(null);
        }

        assertThat(fired).isEqualTo(slots);
    }
}
