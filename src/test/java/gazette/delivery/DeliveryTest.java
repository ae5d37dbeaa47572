package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.delivery.TallyingSmtp.Arrived;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.store.memory.MemoryPaceBook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DeliveryTest {
    private final Watch watch = new Watch();

    @Test
    void workersDrainTheOutboxTogetherAndGoHome() throws Exception {
        DueOutbox outbox = new DueOutbox(500);
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            run(delivery(outbox, courier(smtp.port()), Delivery.Until.IDLE), 4);

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 500L));
            assertThat(smtp.arrived())
                    .hasSize(500)
                    .allSatisfy((id, a) -> assertThat(a.copies()).isEqualTo(1));
            assertThat(smtp.connections()).isBetween(1, 40);
        }
    }

    @Test
    void whateverTheServerDoesNobodyIsForgottenAndCopiesAreOnlyThoseOfTheGap() throws Exception {
        DueOutbox outbox = new DueOutbox(1500);
        try (TallyingSmtp smtp = new TallyingSmtp(0, new Faults(42, 0.03, 0.03, 0.03, 0.03, 0.03))) {
            run(delivery(outbox, courier(smtp.port()), Delivery.Until.IDLE), 4);

            Map<String, Arrived> arrived = smtp.arrived();
            int copies = arrived.values().stream().mapToInt(Arrived::copies).sum() - arrived.size();
            assertThat(outbox.states()).containsOnlyKeys(DispatchState.ACCEPTED, DispatchState.REJECTED);
            assertThat(outbox.states().get(DispatchState.REJECTED))
                    .isEqualTo(smtp.refused().size());
            assertThat(outbox.count(DispatchState.ACCEPTED) + smtp.refused().size())
                    .isEqualTo(1500);
            assertThat(arrived.size()).isBetween(1500 - smtp.refused().size(), 1500);
            assertThat(copies).isLessThanOrEqualTo(smtp.dropsAfter());
            assertThat(smtp.dropsAfter()).isPositive();
            assertThat(smtp.dropsBefore()).isPositive();
            assertThat(arrived).allSatisfy((id, a) -> assertThat(a.digests()).hasSize(1));
        }
    }

    @Test
    void aServerThatIsAwayIsWaitedForAndNobodyIsMarkedBad() throws Exception {
        DueOutbox outbox = new DueOutbox(50);
        int port;
        try (TallyingSmtp gone = new TallyingSmtp(0, Faults.NONE)) {
            port = gone.port();
        }
        Delivery delivery = delivery(outbox, courier(port), Delivery.Until.IDLE);
        List<Thread> workers = start(delivery, 3);
        await().until(() -> watch.count("parted UNREACHABLE") >= 3);
        assertThat(delivery.trouble()).isPresent();
        assertThat(outbox.setbacks()).isZero();

        try (TallyingSmtp back = new TallyingSmtp(port, Faults.NONE)) {
            join(workers);

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 50L));
            assertThat(back.arrived()).hasSize(50);
            assertThat(delivery.trouble()).isEmpty();
        }
    }

    @Test
    void aStoreThatFailsIsWaitedForAndNothingThatIsKnownIsForgotten() throws Exception {
        DueOutbox outbox = new DueOutbox(400);
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            outbox.failing(call -> call % 61 < 7);

            run(delivery(outbox, courier(smtp.port()), Delivery.Until.IDLE), 3);

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 400L));
            assertThat(smtp.arrived())
                    .hasSize(400)
                    .allSatisfy((id, a) -> assertThat(a.copies()).isEqualTo(1));
            assertThat(watch.count("store failed")).isPositive().isLessThanOrEqualTo(watch.count("store back") + 1);
        }
    }

    @Test
    void anOutcomeThatTheStoreCannotTakeWhenDeliveryStopsIsOfferedAgain() throws Exception {
        DueOutbox outbox = new DueOutbox(3);
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            Delivery delivery = delivery(outbox, courier(smtp.port()), Delivery.Until.STOPPED);
            outbox.failing(call -> call > 2 && call < 10);
            List<Thread> workers = start(delivery, 1);
            await().until(() -> watch.count("store failed") == 1);

            delivery.stop();
            join(workers);

            assertThat(outbox.states()).doesNotContainKeys(DispatchState.CLAIMED, DispatchState.HANDING_OVER);
            assertThat(outbox.count(DispatchState.ACCEPTED))
                    .isEqualTo(smtp.arrived().size());
        }
    }

    @Test
    void stoppedWorkersFinishWhatTheyBeganAndGiveBackTheRest() throws Exception {
        DueOutbox outbox = new DueOutbox(5000);
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            Delivery delivery = delivery(outbox, courier(smtp.port()), Delivery.Until.STOPPED);
            List<Thread> workers = start(delivery, 4);
            await().until(() -> smtp.arrived().size() > 100);

            delivery.stop();
            join(workers);

            assertThat(outbox.states()).containsOnlyKeys(DispatchState.ACCEPTED, DispatchState.PENDING);
            assertThat(outbox.count(DispatchState.ACCEPTED))
                    .isEqualTo(smtp.arrived().size());
        }
    }

    @Test
    void stoppedInTheEnvelopeAWorkerShowsNoContent() throws Exception {
        DueOutbox outbox = new DueOutbox(30);
        try (ScriptedSmtp smtp = new ScriptedSmtp(List.of(
                "S: 220 mx",
                "C: EHLO *",
                "S: 250 mx",
                "C: MAIL*",
                "S: 250 a",
                "C: RCPT*",
                "S: 250 b",
                "C: DATA",
                "wait 500ms",
                "S: 354 c",
                "C: <end>"))) {
            Delivery delivery = delivery(outbox, courier(smtp.port()), Delivery.Until.STOPPED);
            List<Thread> workers = start(delivery, 1);
            await().until(() -> smtp.heard().contains("DATA"));

            delivery.stop();
            join(workers);

            assertThat(smtp.heard()).doesNotContain("<content>");
            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.PENDING, 30L));
        }
    }

    @Test
    void droppedWorkersLeaveWhatIsInTheGapInDoubt() throws Exception {
        DueOutbox outbox = new DueOutbox(30);
        try (ScriptedSmtp smtp = new ScriptedSmtp(List.of(
                "S: 220 mx",
                "C: EHLO *",
                "S: 250 mx",
                "C: MAIL*",
                "S: 250 a",
                "C: RCPT*",
                "S: 250 b",
                "C: DATA",
                "S: 354 c",
                "C: <content>",
                "wait"))) {
            Delivery delivery = delivery(outbox, courier(smtp.port()), Delivery.Until.STOPPED);
            List<Thread> workers = start(delivery, 1);
            await().until(() -> smtp.heard().contains("<content>"));

            delivery.drop();
            join(workers);

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.IN_DOUBT, 1L, DispatchState.PENDING, 29L));
        }
    }

    @Test
    void workersThatWaitEndWhenStopped() throws Exception {
        DueOutbox outbox = new DueOutbox(0);
        Delivery delivery = delivery(outbox, courier(1), Delivery.Until.STOPPED);
        List<Thread> workers = start(delivery, 2);

        delivery.stop();

        join(workers);
        assertThat(watch.events()).isEmpty();
    }

    @Test
    @Timeout(5)
    void whoeverHasNotHeardTheBellDoesNotWait() throws Exception {
        Delivery delivery = delivery(new DueOutbox(0), courier(1), Delivery.Until.STOPPED);
        long heard = delivery.shift().rings();
        delivery.ring();

        for (int look = 0; look < 100; look++) { // half a second each, had it not rung
            delivery.shift().await(heard, Duration.ofDays(1));
        }

        assertThat(delivery.shift().rings()).isGreaterThan(heard);
    }

    @Test
    void aRecordThatMakesNoLetterIsSettledWithoutAWordToTheServerAndTheOthersGo() throws Exception {
        DueOutbox outbox = new DueOutbox(40);
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            Letters letters = dispatch -> dispatch.id().value() % 10 == 0
                    ? new Made.Refused(new Outcome.Unsendable(SuppressionReason.CANNOT_BE_RENDERED, "no"))
                    : Sample.letter(dispatch, 2000);

            run(delivery(outbox, new SmtpCourier(Sample.server(smtp.port()), letters), Delivery.Until.IDLE), 2);

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 36L, DispatchState.SUPPRESSED, 4L));
        }
    }

    @Test
    void aCourierThatFailsInTheGapLeavesADoubtAndNoClaim() throws Exception {
        DueOutbox outbox = new DueOutbox(10);
        Courier broken = new Courier() {
            @Override
            public Parting deliver(java.util.Iterator<Dispatch> claimed, Journal journal) {
                if (claimed.hasNext()) {
                    journal.turn(java.util.Optional.empty(), java.util.Optional.of(claimed.next()));
                    claimed.next();
                }
                throw new IllegalStateException("a bug");
            }

            @Override
            public void drop() {}
        };
        Delivery delivery = delivery(outbox, broken, Delivery.Until.STOPPED);
        List<Thread> workers = start(delivery, 1);
        await().until(() -> watch.count("settled InDoubt") >= 1);

        delivery.stop();
        join(workers);

        assertThat(outbox.states()).containsOnlyKeys(DispatchState.IN_DOUBT, DispatchState.PENDING);
    }

    @Test
    void aLeaseIsRenewedUntilItIsLostAndThenDeliveryStopsWithAReason() throws Exception {
        DueOutbox outbox = new DueOutbox(0);
        Delivery delivery = delivery(outbox, courier(1), Delivery.Until.STOPPED);
        Thread keeper = new Thread(
                new LeaseKeeper(outbox, new Epoch(1), Duration.ofMillis(300), delivery, watch), "lease-keeper");
        keeper.start();
        await().until(() -> outbox.renewals() >= 3);
        outbox.failing(call -> true);
        await().until(() -> watch.count("store failed") == 1);
        outbox.failing(call -> false);
        assertThat(delivery.isStopped()).isFalse();

        outbox.lose();

        keeper.join();
        assertThat(delivery.isStopped()).isTrue();
        assertThat(watch.events()).last().asString().startsWith("stopped: another process took over");
    }

    private static Courier courier(int port) {
        return new SmtpCourier(Sample.server(port), dispatch -> Sample.letter(dispatch, 2000));
    }

    private Delivery delivery(DueOutbox outbox, Courier courier, Delivery.Until until) {
        SmtpAccount account = Deliveries.account("main", 1, 8, 1, Rates.NONE);
        Carrier carrier = Deliveries.carrier(account, courier, new MemoryPaceBook());
        return Deliveries.of(outbox, List.of(carrier), Deliveries.MANNER, watch, until);
    }

    private static void run(Delivery delivery, int workers) throws InterruptedException {
        join(start(delivery, workers));
    }

    private static List<Thread> start(Delivery delivery, int workers) {
        return Deliveries.start(delivery.workers().subList(0, workers));
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        Deliveries.join(threads);
    }
}
