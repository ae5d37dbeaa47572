package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import gazette.delivery.StrictSmtp.Mood;
import gazette.delivery.StrictSmtp.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several accounts: shares, spares, and what happens when one is away. */
@Timeout(120)
final class AccountsTest {
    private final Watch watch = new Watch();

    @Test
    void sharesHoldWithinAFewPercent() throws Exception {
        DueOutbox outbox = new DueOutbox(2000);
        try (StrictSmtp main = new StrictSmtp(Rules.NONE);
                StrictSmtp other = new StrictSmtp(Rules.NONE)) {
            run(outbox, carrier("main", main, 3), carrier("other", other, 1));

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 2000L));
            assertThat(main.count() / 2000.0).isCloseTo(0.75, within(0.04));
        }
    }

    /** Of so few messages one account often takes all, and is then as far ahead of the other as it may be. */
    @Test
    void whoIsAheadGoesHomeWhenTheOtherFindsNothing() throws Exception {
        try (StrictSmtp main = new StrictSmtp(Rules.NONE);
                StrictSmtp other = new StrictSmtp(Rules.NONE)) {
            for (int run = 0; run < 40; run++) {
                DueOutbox outbox = new DueOutbox(20);
                List<Thread> threads =
                        Deliveries.start(delivery(outbox, carrier("main", main, 3), carrier("other", other, 1)));

                await().atMost(Duration.ofSeconds(5))
                        .until(() -> threads.stream().noneMatch(Thread::isAlive));

                assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 20L));
            }
        }
    }

    @Test
    void aSpareRestsWhileAnotherWorks() throws Exception {
        DueOutbox outbox = new DueOutbox(300);
        try (StrictSmtp main = new StrictSmtp(Rules.NONE);
                StrictSmtp spare = new StrictSmtp(Rules.NONE)) {
            run(outbox, carrier("main", main, 1), carrier("spare", spare, 0));

            assertThat(main.count()).isEqualTo(300);
            assertThat(spare.count()).isZero();
        }
    }

    @Test
    void theShareOfAnAccountThatIsAwayGoesToTheOthersAtOnceAndComesBack() throws Exception {
        DueOutbox outbox = new DueOutbox(4000);
        StrictSmtp main = new StrictSmtp(Rules.NONE);
        int port = main.port();
        try (StrictSmtp spare = new StrictSmtp(0, Rules.NONE, connection -> Mood.STEADY)) { // else it is done too soon
            List<Thread> threads =
                    Deliveries.start(delivery(outbox, carrier("main", main, 1), carrier("spare", spare, 0)));
            await().until(() -> main.count() > 300);

            main.close();
            await().until(() -> spare.count() > 300);
            try (StrictSmtp back = new StrictSmtp(port, Rules.NONE, connection -> Mood.WELL)) {
                Deliveries.join(threads);

                assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 4000L));
                assertThat(back.count()).as("main works again").isPositive();
            }
        }
    }

    @Test
    void anAccountThatIsNeverThereKeepsNobodyFromGoingHome() throws Exception {
        DueOutbox outbox = new DueOutbox(200);
        StrictSmtp gone = new StrictSmtp(Rules.NONE);
        gone.close();
        try (StrictSmtp other = new StrictSmtp(Rules.NONE)) {
            run(outbox, carrier("gone", gone, 5), carrier("other", other, 1));

            assertThat(other.count()).isEqualTo(200);
        }
    }

    @Test
    void anAccountThatTheServerObjectsToGivesWayToTheOther() throws Exception {
        DueOutbox outbox = new DueOutbox(300);
        try (StrictSmtp blocked = new StrictSmtp(0, Rules.NONE, connection -> Mood.OBJECTS);
                StrictSmtp other = new StrictSmtp(Rules.NONE)) {
            run(outbox, carrier("blocked", blocked, 1), carrier("other", other, 1));

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 300L));
            assertThat(other.count()).isEqualTo(300);
        }
    }

    private static Carrier carrier(String name, StrictSmtp smtp, int share) {
        return Deliveries.carrier(Deliveries.account(name, smtp.port(), 3, share, Rates.NONE));
    }

    private void run(DueOutbox outbox, Carrier... carriers) throws InterruptedException {
        Deliveries.run(delivery(outbox, carriers));
    }

    private Delivery delivery(DueOutbox outbox, Carrier... carriers) {
        return Deliveries.of(outbox, List.of(carriers), Deliveries.MANNER, watch, Delivery.Until.IDLE);
    }
}
