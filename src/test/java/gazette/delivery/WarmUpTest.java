package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.store.memory.MemoryPaceBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final WarmUp PLAN = new WarmUp(LocalDate.of(2026, 12, 1), List.of(100, 250));

    private final HandTime hand = new HandTime();
    private final PaceBook book = new MemoryPaceBook();

    @Test
    void eachDayHasItsNumberAndThenThereIsNoLimit() {
        assertThat(PLAN.allowance(LocalDate.of(2026, 11, 20))).hasValue(100);
        assertThat(PLAN.allowance(LocalDate.of(2026, 12, 1))).hasValue(100);
        assertThat(PLAN.allowance(LocalDate.of(2026, 12, 2))).hasValue(250);
        assertThat(PLAN.allowance(LocalDate.of(2026, 12, 3))).isEmpty();
    }

    @Test
    void nobodyIsHandedOverBeyondTheDaysNumberAndTheNextDayGoesOn() {
        Allowance allowance = allowance();

        assertThat(taken(allowance)).isEqualTo(100);
        assertThat(allowance.take(1)).isZero();
        hand.forward(Duration.ofHours(16));

        assertThat(taken(allowance)).isEqualTo(250);
    }

    @Test
    void aProcessThatIsKilledUsesNoneTwiceAndOneThatEndsLosesNone() {
        Allowance killed = allowance();
        assertThat(killed.take(3)).isEqualTo(3);
        Allowance ended = allowance();
        assertThat(ended.take(3)).isEqualTo(3);
        ended.end();

        int rest = taken(allowance());

        assertThat(rest).isBetween(100 - 3 - 3 - 10, 100 - 3 - 3);
    }

    @Test
    void whatWasNotUsedCanBeTakenAgain() {
        Allowance allowance = allowance();
        assertThat(taken(allowance)).isEqualTo(100);

        allowance.giveBack(4);

        assertThat(allowance.take(10)).isEqualTo(4);
    }

    private Allowance allowance() {
        SmtpAccount account = new SmtpAccount("main", Sample.server(1), 1, Rates.NONE, Optional.of(PLAN));
        return new Allowance(account, book, hand.time().clock());
    }

    private static int taken(Allowance allowance) {
        int all = 0;
        for (int taken = allowance.take(7); taken > 0; taken = allowance.take(7)) {
            all += taken;
        }
        return all;
    }
}
