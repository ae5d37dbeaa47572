package gazette.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Cadence;
import gazette.schedule.ClockChange.Kind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class ClockChangeTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Cadence AT_NIGHT = new Cadence("night", "0 30 2 * * ?");
    private static final Instant AUTUMN = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void aTimeInTheGapIsSaidToBeMissingAndAFoldedOneToComeOnce() {
        assertThat(ClockChange.next(AT_NIGHT, PARIS, AUTUMN, 2))
                .containsExactly(
                        new ClockChange(Instant.parse("2027-03-28T01:00:00Z"), Kind.GAP, LocalTime.of(2, 30)),
                        new ClockChange(Instant.parse("2027-10-31T00:30:00Z"), Kind.FOLD, LocalTime.of(2, 30)));
    }

    @Test
    void aSlotThatIsMeantForTheEndOfTheGapIsNothingOdd() {
        Cadence atThree = new Cadence("three", "0 0 3 * * ?");

        assertThat(ClockChange.next(atThree, PARIS, AUTUMN, 4)).isEmpty();
    }

    @Test
    void aCadenceOfEveryHourHasNoMissingHourAndNoRepeatedOne() {
        Cadence hourly = new Cadence("hourly", "0 0 * * * ?");

        assertThat(ClockChange.next(hourly, PARIS, AUTUMN, 2))
                .allMatch(change -> change.kind() == Kind.GAP)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aZoneWithoutJumpsHasNone() {
        assertThat(ClockChange.next(AT_NIGHT, ZoneId.of("Africa/Abidjan"), AUTUMN, 2))
                .isEmpty();
    }
}
