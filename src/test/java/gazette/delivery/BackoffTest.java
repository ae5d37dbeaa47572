package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Parting.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private static final Duration FIRST = Duration.ofNanos(1);
    private static final Duration LONGEST = Duration.ofNanos(7);

    private final Backoff backoff = new Backoff(FIRST, LONGEST);

    @Test
    void waitsDoubleUpToTheLongestAndBeginAnewAfterASuccess() {
        assertThat(backoff.after(Kind.UNREACHABLE, false)).isEqualTo(FIRST);
        assertThat(backoff.after(Kind.UNREACHABLE, false)).isEqualTo(FIRST.multipliedBy(2));
        assertThat(backoff.after(Kind.UNREACHABLE, false)).isEqualTo(FIRST.multipliedBy(4));
        assertThat(backoff.after(Kind.UNREACHABLE, false)).isEqualTo(LONGEST);
        assertThat(backoff.after(Kind.DONE, true)).isZero();
        assertThat(backoff.after(Kind.UNREACHABLE, false)).isEqualTo(FIRST);
    }

    @Test
    void whatAPersonHasToMendWaitsLongestAtOnce() {
        assertThat(backoff.after(Kind.REFUSED, false)).isEqualTo(LONGEST);
    }

    @Test
    void aBrokenSessionIsReplacedAtOnceUnlessNothingEverGetsDone() {
        assertThat(backoff.after(Kind.LOST, false)).isZero();
        assertThat(backoff.after(Kind.LOST, false)).isZero();
        assertThat(backoff.after(Kind.LOST, true)).isZero();
        assertThat(backoff.after(Kind.LOST, false)).isZero();
        assertThat(backoff.after(Kind.LOST, false)).isZero();
        assertThat(backoff.after(Kind.LOST, false)).isEqualTo(FIRST);
    }

    @Test
    void connectionsThatFailTogetherCountOnce() {
        Backoff slow = new Backoff(Duration.ofHours(1), Duration.ofHours(9));

        assertThat(slow.after(Kind.UNREACHABLE, false)).isEqualTo(Duration.ofHours(1));
        assertThat(slow.after(Kind.UNREACHABLE, false)).isZero();
        assertThat(slow.left()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }
}
