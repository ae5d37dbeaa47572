package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.delivery.StrictSmtp.Mood;
import gazette.delivery.StrictSmtp.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relay that is away never ends an edition, and nobody is marked bad for it. */
@Timeout(120)
final class OutageTest {
    private final Watch watch = new Watch();
    private final DueOutbox outbox = new DueOutbox(2000);

    @Test
    void downFromTheFirstMessageTheEditionWaits() throws Exception {
        int port = freePort();
        List<Thread> threads = Deliveries.start(delivery(port));
        await().until(() -> watch.count("parted UNREACHABLE") >= 5);
        assertThat(outbox.setbacks()).isZero();

        try (StrictSmtp back = new StrictSmtp(port, Rules.NONE, connection -> Mood.WELL)) {
            Deliveries.join(threads);

            everybodyHasIt(back.taken());
        }
    }

    @Test
    void aServerThatDiesAndComesBackGetsTheRest() throws Exception {
        StrictSmtp first = new StrictSmtp(Rules.NONE);
        int port = first.port();
        List<Thread> threads = Deliveries.start(delivery(port));
        await().until(() -> first.count() > 200);

        first.close();
        await().until(() -> watch.count("parted UNREACHABLE") >= 3);
        try (StrictSmtp back = new StrictSmtp(port, Rules.NONE, connection -> Mood.WELL)) {
            Deliveries.join(threads);

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 2000L));
            assertThat(first.count() + back.count()).isBetween(2000, 2004); // one in the gap of each connection
        }
    }

    @Test
    void aServerThatHangsForAWhileLosesNobody() throws Exception {
        try (StrictSmtp smtp = new StrictSmtp(0, Rules.NONE, connection -> connection <= 4 ? Mood.HANGS : Mood.WELL)) {
            Deliveries.join(Deliveries.start(delivery(smtp.port())));

            everybodyHasIt(smtp.taken());
            assertThat(outbox.setbacks()).isZero();
        }
    }

    private void everybodyHasIt(Map<String, Integer> taken) {
        assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 2000L));
        assertThat(taken).hasSize(2000);
        assertThat(taken.values()).containsOnly(1);
    }

    private Delivery delivery(int port) {
        Carrier carrier = Deliveries.carrier(Deliveries.account("main", port, 4, 1, Rates.NONE));
        return Deliveries.of(outbox, List.of(carrier), Deliveries.MANNER, watch, Delivery.Until.IDLE);
    }

    private static int freePort() throws Exception {
        try (StrictSmtp gone = new StrictSmtp(Rules.NONE)) {
            return gone.port();
        }
    }
}
