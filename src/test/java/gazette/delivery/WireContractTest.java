package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gazette.delivery.TallyingSmtp.Arrived;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.delivery.TallyingSmtp.Manners;
import gazette.store.memory.MemoryPaceBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds whether a server is spoken to one command at a time, pipelined, or in chunks. */
@Timeout(120)
final class WireContractTest {
    /** A way of talking. */
    enum Way {
        PLAIN(1, "8BITMIME"),
        PIPELINED(1, "PIPELINING,SIZE 10000000"),
        CHUNKED(4, "PIPELINING,CHUNKING,SIZE");

        private final int window;
        private final String offers;

        Way(int window, String offers) {
            this.window = window;
            this.offers = offers;
        }

        String offers(String between) {
            return offers.replace(",", between);
        }

        Manners manners(double trouble, boolean dataToNobody, boolean drips) {
            return new Manners(List.of(offers.split(",", -1)), trouble, trouble / 2, dataToNobody, drips);
        }

        SmtpServer server(int port, int messages) {
            SmtpServer plain = Sample.server(port);
            return new SmtpServer(
                    plain.host(),
                    port,
                    plain.tls(),
                    Optional.empty(),
                    1,
                    plain.timeouts(),
                    new SmtpServer.Sessions(window, messages, Duration.ofMinutes(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereverItBreaksNobodyIsForgottenAndCopiesAreOnlyThoseOfTheGap(Way way) throws Exception {
        for (long seed = 1; seed <= 6; seed++) {
            boolean odd = seed % 2 == 1;
            Faults faults = new Faults(seed, 0.02, 0.02, 0.01, 0.03, 0.03);
            DueOutbox outbox = new DueOutbox(400);

            try (TallyingSmtp smtp = new TallyingSmtp(0, faults, way.manners(0.04, odd, seed % 3 == 0))) {
                drain(outbox, way.server(smtp.port(), odd ? 0 : 20), 3);

                Map<String, Arrived> arrived = smtp.arrived();
                int copies = arrived.values().stream().mapToInt(Arrived::copies).sum() - arrived.size();
                assertThat(outbox.states())
                        .as("seed %d", seed)
                        .containsOnlyKeys(DispatchState.ACCEPTED, DispatchState.REJECTED);
                assertThat(outbox.count(DispatchState.REJECTED))
                        .isLessThanOrEqualTo(smtp.refused().size());
                assertThat((long) arrived.size()).isBetween(outbox.count(DispatchState.ACCEPTED), 400L);
                assertThat(copies).as("seed %d", seed).isLessThanOrEqualTo(smtp.dropsAfter());
                assertThat(smtp.dropsAfter()).isPositive();
                assertThat(smtp.outOfStep()).isZero();
                assertThat(smtp.toNobody() > 0).isEqualTo(odd && way == Way.PIPELINED);
                assertThat(arrived)
                        .allSatisfy((id, a) -> assertThat(a.digests()).hasSize(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyoneIsServedInTheSameOctetsWhateverTheWay(Way way) throws Exception {
        Map<String, Arrived> plain = arrivals(Way.PLAIN);

        assertThat(arrivals(way)).isEqualTo(plain).hasSize(30);
    }

    private static Map<String, Arrived> arrivals(Way way) throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE, way.manners(0, false, true))) {
            drain(new DueOutbox(30), way.server(smtp.port(), 0), 1);
            return smtp.arrived();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionIsKeptForSoManyMessagesAndThenAnotherIsMade(Way way) throws Exception {
        Ledger ledger = new Ledger();
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE, way.manners(0, false, false))) {
            Parting parting = courier(way.server(smtp.port(), 20)).deliver(dispatches(100), ledger);

            assertThat(parting.kind()).isEqualTo(Parting.Kind.DONE);
            assertThat(smtp.connections()).isEqualTo(5);
            assertThat(smtp.arrived()).hasSize(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheStoreThrowsComesOutAfterTheGapIsSettled(Way way) throws Exception {
        Ledger ledger = new Ledger();
        Letters failing = dispatch -> {
            if (dispatch.id().value() == 5) {
                throw new IllegalStateException("the store is away");
            }
            return Sample.letter(dispatch, 2000);
        };
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE, way.manners(0, false, false))) {
            SmtpCourier courier = new SmtpCourier(way.server(smtp.port(), 0), failing);

            assertThat(assertThrows(IllegalStateException.class, () -> courier.deliver(dispatches(8), ledger)))
                    .hasMessage("the store is away");

            assertThat(smtp.arrived()).hasSize(4);
        }
        for (long id = 1; id <= 4; id++) {
            assertThat(ledger.outcome(id)).get().isInstanceOf(Outcome.Accepted.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatIsTooLargeForTheServerIsNotShownToItAndTheOthersGo(Way way) throws Exception {
        Ledger ledger = new Ledger();
        Letters letters = dispatch -> Sample.letter(dispatch, dispatch.id().value() == 2 ? 9000 : 2000);
        List<String> offers = new ArrayList<>(List.of(way.offers.split(",", -1)));
        offers.removeIf(offer -> offer.startsWith("SIZE"));
        offers.add("SIZE 5000");
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE, new Manners(offers, 0, 0, false, false))) {
            new SmtpCourier(way.server(smtp.port(), 0), letters).deliver(dispatches(3), ledger);

            assertThat(smtp.arrived()).hasSize(2);
        }
        assertThat(ledger.outcome(2)).get().isInstanceOfSatisfying(Outcome.Unsendable.class, unsendable -> {
            assertThat(unsendable.reason()).isEqualTo(SuppressionReason.TOO_LARGE);
            assertThat(unsendable.words()).contains("octets, and the server takes 5000");
        });
    }

    @Tag("long") // by the clock, which a busy machine bends
    @ParameterizedTest
    @CsvSource({"PLAIN, 4.6", "PIPELINED, 1.4", "CHUNKED, 0.6"})
    void aMessageTakesSoManyRoundTrips(Way way, double most) throws Exception {
        double best = Double.MAX_VALUE;
        for (int tries = 0; tries < 5 && best > most; tries++) { // a busy machine makes a line no shorter
            best = Math.min(best, roundTrips(way));
        }

        assertThat(best).isLessThan(most);
    }

    private static double roundTrips(Way way) throws Exception {
        int messages = 25;
        Duration roundTrip = Duration.ofMillis(40);
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE, way.manners(0, false, false));
                SlowLine line = new SlowLine(smtp.port(), roundTrip)) {
            SmtpCourier courier = courier(way.server(line.port(), 0));
            long one = nanos(courier, 1);
            long many = nanos(courier, 1 + messages);
            return (double) (many - one) / messages / roundTrip.toNanos();
        }
    }

    private static long nanos(SmtpCourier courier, int messages) {
        long begin = System.nanoTime();
        courier.deliver(dispatches(messages), new Ledger());
        return System.nanoTime() - begin;
    }

    private static void drain(DueOutbox outbox, SmtpServer server, int workers) throws InterruptedException {
        SmtpAccount account = Deliveries.account("main", server.port(), workers, 1, Rates.NONE);
        Carrier carrier = Deliveries.carrier(account, courier(server), new MemoryPaceBook());
        Deliveries.run(Deliveries.of(outbox, List.of(carrier), Deliveries.MANNER, new Watch(), Delivery.Until.IDLE));
    }

    private static SmtpCourier courier(SmtpServer server) {
        return new SmtpCourier(server, dispatch -> Sample.letter(dispatch, 3000));
    }

    private static Iterator<Dispatch> dispatches(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Sample::dispatch).iterator();
    }
}
