package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.StrictSmtp.Mood;
import gazette.delivery.StrictSmtp.Rules;
import gazette.store.Worlds;
import gazette.store.memory.MemoryPaceBook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How delivery behaves towards servers that ask for it. */
@Timeout(120)
final class PolitenessTest {
    private static final int RATE = 20;
    private static final RetryPolicy RETRY = new RetryPolicy(Duration.ofSeconds(3), Duration.ofSeconds(5), 50);
    private static final Delivery.Manner MANNER =
            new Delivery.Manner(RETRY, StopAndAsk.Limit.NONE, (edition, why) -> false);
    private static final Rules HOUSE = new Rules(RATE, 2, 50, "450 4.7.1 sending rate exceeded");

    private final Watch watch = new Watch();

    @Tag("long") // by the clock, which a busy machine bends
    @Test
    void aRateThatIsSetIsUsedUpAndHardlyEverPassed() throws Exception {
        DueOutbox outbox = new DueOutbox(200);
        try (StrictSmtp smtp = new StrictSmtp(HOUSE)) {
            SmtpAccount account =
                    Deliveries.account("main", smtp.port(), 2, 1, new Rates(Optional.of((double) RATE), Map.of()));
            long begun = System.nanoTime();

            run(outbox, Deliveries.carrier(account));

            double seconds = (System.nanoTime() - begun) / 1e9;
            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 200L));
            assertThat(smtp.attempts()).isLessThanOrEqualTo(240);
            assertThat(smtp.taken().values()).containsOnly(1);
            assertThat(200 / seconds).isGreaterThanOrEqualTo(0.9 * RATE);
        }
    }

    @Test
    void aRateThatNobodySetIsFoundAndNoDeferralBecomesARejection() throws Exception {
        DueOutbox outbox = new DueOutbox(300);
        try (StrictSmtp smtp = new StrictSmtp(HOUSE)) {
            run(outbox, Deliveries.carrier(Deliveries.account("main", smtp.port(), 2, 1, Rates.NONE)));

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 300L));
            assertThat(smtp.attempts()).isLessThanOrEqualTo(360);
            assertThat(watch.count("slowed main example.org")).isPositive();
        }
    }

    @Test
    void moreConnectionsThanTheServerTakesAreGivenUpAndTheOthersGoOn() throws Exception {
        DueOutbox outbox = new DueOutbox(300);
        try (StrictSmtp smtp = new StrictSmtp(new Rules(Integer.MAX_VALUE, 2, 50, ""))) {
            run(outbox, Deliveries.carrier(Deliveries.account("main", smtp.port(), 6, 1, Rates.NONE)));

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 300L));
            assertThat(smtp.mostConnections()).isLessThanOrEqualTo(2);
            assertThat(watch.count("parted BUSY")).isBetween(1L, 40L);
        }
    }

    @Test
    void aDomainWithARateWaitsAndTheOthersDoNot() throws Exception {
        DueOutbox outbox = new DueOutbox(IntStream.rangeClosed(1, 100)
                .mapToObj(id -> Worlds.row(
                        id, "reader-" + id + (id % 5 == 0 ? "@slow.example.org" : "@example.org"), Map.of())));
        try (StrictSmtp smtp = new StrictSmtp(Rules.NONE)) {
            Rates rates = new Rates(Optional.empty(), Map.of("slow.example.org", 10.0));
            long begun = System.nanoTime();

            run(outbox, Deliveries.carrier(Deliveries.account("main", smtp.port(), 2, 1, rates)));

            double seconds = (System.nanoTime() - begun) / 1e9;
            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 100L));
            assertThat(smtp.attempts()).isEqualTo(100);
            assertThat(seconds).isBetween(1.4, 6.0);
        }
    }

    @Test
    void aServerThatObjectsToUsStopsItsAccountAndMarksNobody() throws Exception {
        DueOutbox outbox = new DueOutbox(50);
        try (StrictSmtp smtp =
                new StrictSmtp(0, Rules.NONE, connection -> connection <= 3 ? Mood.OBJECTS : Mood.WELL)) {
            Delivery delivery = Deliveries.of(
                    outbox,
                    List.of(Deliveries.carrier(Deliveries.account("main", smtp.port(), 1, 1, Rates.NONE))),
                    Deliveries.MANNER,
                    watch,
                    Delivery.Until.IDLE);

            Deliveries.run(delivery);

            assertThat(outbox.states()).isEqualTo(Map.of(DispatchState.ACCEPTED, 50L));
            assertThat(smtp.attempts()).isLessThan(70);
            assertThat(watch.count("waiting")).isPositive();
        }
    }

    @Tag("long") // by the clock, which a busy machine bends
    @Test
    void aHangingPeerStopsNobodyElse() throws Exception {
        double well = perSecond(connection -> Mood.STEADY);
        double troubled =
                perSecond(connection -> connection == 1 ? Mood.HANGS : connection < 4 ? Mood.SLOW : Mood.STEADY);

        assertThat(troubled).isGreaterThanOrEqualTo(0.8 * 0.7 * well); // seven in ten connections are well
    }

    /** Ten connections. */
    private double perSecond(StrictSmtp.Moods moods) throws Exception {
        DueOutbox outbox = new DueOutbox(2500);
        try (StrictSmtp smtp = new StrictSmtp(0, Rules.NONE, moods)) {
            SmtpAccount account = Deliveries.account("main", smtp.port(), 10, 1, Rates.NONE);
            long begun = System.nanoTime();
            Delivery delivery = delivery(outbox, Deliveries.carrier(account));
            List<Thread> threads = Deliveries.start(delivery);
            while (smtp.count() < 2300 && System.nanoTime() - begun < 60e9) {
                Thread.onSpinWait();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            delivery.drop();
            Deliveries.join(threads);
            return smtp.count() / seconds;
        }
    }

    @Test
    void whatWasLearntIsKeptForTheNextProcess() throws Exception {
        MemoryPaceBook book = new MemoryPaceBook();
        DueOutbox outbox = new DueOutbox(40);
        try (StrictSmtp smtp = new StrictSmtp(new Rules(10, 9, 50, "451 4.7.0 slow down"))) {
            SmtpAccount account = Deliveries.account("main", smtp.port(), 2, 1, Rates.NONE);
            SmtpCourier courier = new SmtpCourier(account.server(), d -> Sample.letter(d, 2000));

            run(outbox, Deliveries.carrier(account, courier, book));
            Carrier next = Deliveries.carrier(account, courier, book);

            assertThat(next.couldTake("other.example.org")).isTrue();
            assertThat(book.since(java.time.Instant.EPOCH))
                    .extracting(PaceBook.Slowed::domain)
                    .contains("example.org");
            assertThat(next.putOff("other.example.org")).isZero();
            next.admits("example.org");
            next.admits("example.org");
            assertThat(next.putOff("example.org")).isPositive();
        }
    }

    /** Until nobody waits for a further attempt: a delivery ends when nothing is due at the moment. */
    private void run(DueOutbox outbox, Carrier carrier) throws InterruptedException {
        long begun = System.nanoTime();
        do {
            Deliveries.run(delivery(outbox, carrier));
        } while (outbox.states().containsKey(DispatchState.DEFERRED) && System.nanoTime() - begun < 60e9);
    }

    private Delivery delivery(DueOutbox outbox, Carrier carrier) {
        return Deliveries.of(outbox, List.of(carrier), MANNER, watch, Delivery.Until.IDLE);
    }
}
