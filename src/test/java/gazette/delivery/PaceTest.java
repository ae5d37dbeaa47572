package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private final HandTime hand = new HandTime();

    @Test
    void withoutACeilingAndAComplaintItIsUnlimited() {
        Pace pace = Pace.ofDomain(NONE, hand.time());

        assertThat(pace.take(20)).isEqualTo(20);
        assertThat(pace.untilNext()).isZero();
        assertThat(pace.isUnlimited()).isTrue();
    }

    @Test
    void aCeilingIsKeptOverTimeAndNearlyUsedUp() {
        Pace pace = Pace.ofAccount(20, hand.time());

        int taken = takenIn(pace, 60);

        assertThat(taken).isBetween(60 * 18, 60 * 20);
    }

    @Test
    void noSecondHasMoreThanTheCeiling() {
        Pace pace = Pace.ofAccount(20, hand.time());
        hand.forward(100);

        assertThat(takenIn(pace, 1)).isLessThanOrEqualTo(20);
    }

    @Test
    void aDemandHalvesWhatWasTakenAtOnceAndMostOfItComesBackWithinSeconds() {
        Pace pace = Pace.ofDomain(NONE, hand.time());
        accepted(pace, 30, 100);

        assertThat(pace.complained(Pushback.DEMAND))
                .hasValueSatisfying(l -> assertThat(l).isCloseTo(30, within(4.0)));

        assertThat(pace.perSecond()).isCloseTo(15, within(2.0));
        hand.forward(15);
        assertThat(pace.perSecond()).isCloseTo(28, within(4.0));
        hand.forward(44);
        assertThat(pace.perSecond()).as("no faster within a minute").isLessThan(31);
    }

    @Test
    void eachQuietMinuteRaisesItByATenthUpToTheCeiling() {
        Pace pace = Pace.ofAccount(100, hand.time());
        accepted(pace, 50, 100);
        double limit = pace.complained(Pushback.DEMAND).orElseThrow();

        hand.forward(61);
        assertThat(pace.perSecond()).isCloseTo(limit * 0.95 * 1.1, within(0.5));
        hand.forward(60);
        assertThat(pace.perSecond()).isCloseTo(limit * 0.95 * 1.21, within(0.5));
        hand.forward(3600);
        assertThat(pace.perSecond()).isCloseTo(95, within(0.1));
    }

    @Test
    void complaintsAboutWhatWasOnItsWayCountOnce() {
        Pace pace = Pace.ofDomain(NONE, hand.time());
        accepted(pace, 40, 100);
        pace.complained(Pushback.DEMAND);
        double slowed = pace.perSecond();

        hand.forward(0.5);
        assertThat(pace.complained(Pushback.DEMAND)).isEmpty();
        hand.forward(3);
        assertThat(pace.complained(Pushback.DEMAND)).isPresent();

        assertThat(pace.perSecond()).isLessThan(slowed);
    }

    @Test
    void aHintNowAndThenIsChanceAndManyAreAWish() {
        Pace chance = Pace.ofDomain(NONE, hand.time());
        Pace wish = Pace.ofDomain(NONE, hand.time());

        for (int i = 0; i < 500; i++) {
            accepted(chance, 19, 20);
            assertThat(chance.complained(Pushback.HINT)).isEmpty();
        }
        accepted(wish, 20, 100);
        boolean slowed = false;
        for (int i = 0; i < 20; i++) {
            slowed |= wish.complained(Pushback.HINT).isPresent();
        }

        assertThat(chance.isUnlimited()).isTrue();
        assertThat(slowed).isTrue();
    }

    @Test
    void whatWasLearntOutlivesARestartAndIsForgottenAfterAQuietDay() {
        Pace pace = Pace.ofDomain(NONE, hand.time());

        pace.learnt(10, Duration.ofSeconds(15));

        assertThat(pace.perSecond()).isCloseTo(9.5, within(0.01));
        hand.forward(Duration.ofDays(2));
        assertThat(pace.isUnlimited()).isTrue();
    }

    @Test
    void thoseWhoArePutOffQueueUpAndNobodyWaitsLongerThanFiveMinutes() {
        Pace pace = Pace.ofDomain(2, hand.time());
        pace.take(1);

        Duration first = pace.putOff();
        Duration second = pace.putOff();
        Duration last = Duration.ZERO;
        for (int i = 0; i < 10_000; i++) {
            last = pace.putOff();
        }

        assertThat(first).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
        assertThat(second.minus(first)).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
        assertThat(last).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whoeverIsDueTakesThePromisedTurnAndALateOneIsLost() {
        Pace pace = Pace.ofDomain(10, hand.time());
        pace.take(1);
        Duration first = pace.putOff();
        pace.putOff();

        assertThat(pace.take(5)).isZero();
        hand.forward(first);
        assertThat(pace.take(5)).isEqualTo(1);
        hand.forward(10);
        assertThat(pace.take(5)).as("what the bucket holds").isEqualTo(1);
    }

    private int takenIn(Pace pace, int seconds) {
        int taken = 0;
        for (int i = 0; i < seconds * 100; i++) {
            hand.forward(0.01);
            taken += pace.take(5);
        }
        return taken;
    }

    private void accepted(Pace pace, int perSecond, int messages) {
        for (int i = 0; i < messages; i++) {
            hand.forward(1.0 / perSecond);
            pace.accepted();
        }
    }
}
