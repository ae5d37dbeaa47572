package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Parting.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BreakerTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HandTime hand = new HandTime();
    private final Breaker breaker = new Breaker(FIRST, LONGEST, hand.time());

    @Test
    void waitsDoubleUpToTheLongestAndBeginAnewAfterASuccess() {
        assertThat(fails(Kind.UNREACHABLE)).isEqualTo(FIRST);
        for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            hand.forward(LONGEST);
            assertThat(breaker.ask()).isZero();
            assertThat(fails(Kind.UNREACHABLE)).hasSeconds(seconds);
        }

        assertThat(breaker.worked()).isTrue();

        assertThat(breaker.ask()).isZero();
        hand.forward(1);
        assertThat(fails(Kind.UNREACHABLE)).isEqualTo(FIRST);
    }

    @Test
    void oneProbeGoesWhenTheWaitIsOverAndTheOthersWaitForIt() {
        fails(Kind.UNREACHABLE);
        assertThat(breaker.ask()).isEqualTo(FIRST);
        hand.forward(FIRST);

        assertThat(breaker.ask()).isZero();
        assertThat(breaker.ask()).isPositive();
        breaker.worked();

        assertThat(breaker.ask()).isZero();
        assertThat(breaker.ask()).isZero();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aProbeThatHadNothingToDeliverLetsAnotherOneThrough() {
        fails(Kind.UNREACHABLE);
        hand.forward(FIRST);
        breaker.ask();

        breaker.unused();

        assertThat(breaker.ask()).isZero();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void connectionsThatFailTogetherCountOnce() {
        assertThat(fails(Kind.UNREACHABLE)).isEqualTo(FIRST);
        assertThat(fails(Kind.UNREACHABLE)).isZero();
    }

    @Test
    void aConnectionThatFailsWhileOthersWorkOpensNothing() {
        long begun = hand.time().now();
        hand.forward(30);
        breaker.worked();

        assertThat(breaker.parted(Kind.UNREACHABLE, begun, false)).isZero();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void whatAPersonHasToMendWaitsLongestAtOnce() {
        assertThat(fails(Kind.REFUSED)).isEqualTo(LONGEST);
        assertThat(breaker.isRefused()).isTrue();
    }

    @Test
    void aServerThatObjectsToUsThriceInARowIsLeftAloneAndOnceIsEnoughForAProbe() {
        assertThat(breaker.objected()).isZero();
        assertThat(breaker.objected()).isZero();
        breaker.worked();
        assertThat(breaker.objected()).isZero();
        assertThat(breaker.objected()).isZero();
        assertThat(breaker.objected()).isEqualTo(LONGEST);
        hand.forward(LONGEST);
        assertThat(breaker.ask()).isZero();

        assertThat(breaker.objected()).isEqualTo(LONGEST);
        assertThat(breaker.parted(Kind.DONE, 0, false)).isZero();

        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void aBrokenSessionIsReplacedAtOnceUnlessNothingEverGetsDone() {
        assertThat(fails(Kind.LOST)).isZero();
        assertThat(fails(Kind.LOST)).isZero();
        breaker.worked();
        assertThat(fails(Kind.LOST)).isZero();
        assertThat(fails(Kind.LOST)).isZero();
        assertThat(fails(Kind.LOST)).isEqualTo(FIRST);
    }

    private Duration fails(Kind kind) {
        return breaker.parted(kind, hand.time().now(), false);
    }
}
