package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gazette.delivery.Momentum;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How fast it goes lately, and how often to look. */
final class MomentumTest {
    private final Momentum momentum = new Momentum();

    @Test
    void theRateIsThatOfTheLastSecondsNotOfTheWholeTime() {
        for (int second = 0; second <= 60; second++) {
            momentum.read(Instant.EPOCH.plusSeconds(second), second * 100L);
        }
        for (int second = 61; second <= 90; second++) {
            momentum.read(Instant.EPOCH.plusSeconds(second), 6000 + (second - 60) * 10L);
        }

        assertThat(momentum.perSecond()).isCloseTo(10, within(0.01));
    }

    @Test
    void oneReadingTellsNothing() {
        momentum.read(Instant.EPOCH, 1000);

        assertThat(momentum.perSecond()).isZero();
    }

    @Test
    void lookingTakesATwentiethOfTheTimeAtMost() {
        assertThat(RepeatedLook.pauseAfter(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(200));
        assertThat(RepeatedLook.pauseAfter(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(1900));
        assertThat(RepeatedLook.pauseAfter(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(5));
    }
}
