package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class SmtpCourierTest {
    private static final Letters LETTERS = dispatch -> Sample.letter(dispatch, 3000);

    @Test
    void withNothingToDeliverNobodyConnects() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, TallyingSmtp.Faults.NONE)) {
            Parting parting = courier(smtp.port()).deliver(List.<Dispatch>of().iterator(), new Ledger());

            assertThat(parting.kind()).isEqualTo(Parting.Kind.DONE);
            assertThat(smtp.connections()).isZero();
        }
    }

    @Test
    void withoutASessionNothingIsTaken() throws Exception {
        Iterator<Dispatch> untouchable = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Dispatch next() {
                throw new NoSuchElementException("taken without a session");
            }
        };

        try (Socket boundAndNotListening = new Socket()) {
            boundAndNotListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int nobody = boundAndNotListening.getLocalPort();

            Parting parting = courier(nobody).deliver(untouchable, new Ledger());

            assertThat(parting.kind()).isEqualTo(Parting.Kind.UNREACHABLE);
            assertThat(parting.words()).startsWith("127.0.0.1:" + nobody + ": ");
        }
    }

    @Test
    void everyOutcomeIsInTheJournalOnceAndNeverLaterThanOneTurn() throws Exception {
        Ledger ledger = new Ledger();
        try (TallyingSmtp smtp = new TallyingSmtp(0, TallyingSmtp.Faults.NONE)) {
            courier(smtp.port()).deliver(dispatches(3), ledger);
        }

        assertThat(ledger.turns())
                .containsExactly("-, hand over 1", "settle 1, hand over 2", "settle 2, hand over 3", "settle 3, -");
    }

    @Test
    void aReaderWhoNeedsSmtpUtf8IsServedWhereItIsOfferedAndNamedWhereItIsNot() throws Exception {
        Dispatch zoe = Sample.dispatch(1, Sample.reader(1, "zoé@example.org", "Zoé"));
        Ledger offered = new Ledger();
        Ledger not = new Ledger();
        try (TallyingSmtp smtp = new TallyingSmtp(0, TallyingSmtp.Faults.NONE);
                ScriptedSmtp old =
                        new ScriptedSmtp(List.of("S: 220 mx", "C: EHLO *", "S: 250 mx", "C: QUIT", "S: 221 bye"))) {
            courier(smtp.port()).deliver(List.of(zoe).iterator(), offered);
            courier(old.port()).deliver(List.of(zoe).iterator(), not);

            assertThat(smtp.arrived().values())
                    .singleElement()
                    .satisfies(a -> assertThat(a.recipient()).isEqualTo("zoé@example.org"));
            assertThat(old.objection()).isEmpty();
        }
        assertThat(offered.outcome(1)).get().isInstanceOf(Outcome.Accepted.class);
        assertThat(not.outcome(1))
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Unsendable.class,
                        u -> assertThat(u.reason()).isEqualTo(SuppressionReason.NEEDS_SMTPUTF8));
    }

    @Test
    void onlyTheMessageThatNeedsItAsksForSmtpUtf8() throws Exception {
        Dispatch zoe = Sample.dispatch(2, Sample.reader(2, "zoé@example.org", "Zoé"));
        try (ScriptedSmtp smtp = new ScriptedSmtp(List.of(
                "S: 220 mx",
                "C: EHLO *",
                "S: 250-mx",
                "S: 250 SMTPUTF8",
                "C: MAIL FROM:<lettre@example.org>",
                "S: 250 a",
                "C: RCPT*",
                "S: 250 b",
                "C: DATA",
                "S: 354 c",
                "C: <content>",
                "S: 250 d",
                "C: MAIL FROM:<lettre@example.org> SMTPUTF8",
                "S: 250 a",
                "C: RCPT TO:<zoé@example.org>",
                "S: 250 b",
                "C: DATA",
                "S: 354 c",
                "C: <content>",
                "S: 250 d",
                "C: QUIT",
                "S: 221 bye"))) {
            courier(smtp.port()).deliver(List.of(Sample.dispatch(1), zoe).iterator(), new Ledger());

            assertThat(smtp.objection()).isEmpty();
        }
    }

    @Test
    void thePasswordIsReadAtEachConnection(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "old");
        try (ScriptedSmtp smtp = new ScriptedSmtp(List.of(
                "S: 220 mx",
                "C: EHLO *",
                "S: 250-mx",
                "S: 250 AUTH PLAIN",
                "C: AUTH PLAIN dQB1AG9sZA==",
                "S: 535 5.7.8 no",
                "C: <end>",
                "connection",
                "S: 220 mx",
                "C: EHLO *",
                "S: 250-mx",
                "S: 250 AUTH PLAIN",
                "C: AUTH PLAIN dQB1AG5ldw==",
                "S: 535 5.7.8 no",
                "C: <end>"))) {
            SmtpCourier courier = courier(smtp.port(), Optional.of(new SmtpServer.Login("u", file)));

            courier.deliver(dispatches(1), new Ledger());
            Files.writeString(file, "new\r\n");
            courier.deliver(dispatches(1), new Ledger());

            assertThat(smtp.heard()).contains("AUTH PLAIN dQB1AG9sZA==", "AUTH PLAIN dQB1AG5ldw==");
        }
    }

    @Test
    void aPasswordFileThatIsNotThereIsForAPersonToMend(@TempDir Path folder) throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, TallyingSmtp.Faults.NONE)) {
            Path none = folder.resolve("none");

            Parting parting = courier(smtp.port(), Optional.of(new SmtpServer.Login("u", none)))
                    .deliver(dispatches(1), new Ledger());

            assertThat(parting.kind()).isEqualTo(Parting.Kind.REFUSED);
            assertThat(parting.words()).contains("the password file " + none + " cannot be read");
        }
    }

    @Test
    void droppingEndsAWaitAtOnceAndNoConnectionIsOpenedAfterIt() throws Exception {
        Ledger ledger = new Ledger();
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
            SmtpCourier courier = courier(smtp.port());
            CompletableFuture<Parting> parting =
                    CompletableFuture.supplyAsync(() -> courier.deliver(dispatches(2), ledger));
            await().until(() -> smtp.heard().contains("<content>"));

            courier.drop();

            assertThat(parting.get(1, TimeUnit.SECONDS).kind()).isEqualTo(Parting.Kind.LOST);
            assertThat(ledger.outcome(1)).get().isInstanceOf(Outcome.InDoubt.class);
            assertThat(courier.deliver(dispatches(1), ledger).kind()).isEqualTo(Parting.Kind.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"3000, IN_DOUBT", "40000, DEFERRED"})
    void aPieceThatCannotBeWrittenLeavesADoubtOnlyIfItIsTheLast(int octets, DispatchState expected) throws Exception {
        Ledger ledger = new Ledger();
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
                "drop"))) {
            SmtpCourier courier =
                    new SmtpCourier(Sample.server(smtp.port()), dispatch -> Sample.letter(dispatch, octets));

            courier.deliver(dispatches(1), (last, next) -> {
                smtp.objection(); // the line is cut by the time content may go
                return ledger.turn(last, next);
            });
        }

        assertThat(ledger.outcome(1).orElseThrow().next(Sample.dispatch(1), RetryPolicy.TWO_DAYS))
                .isEqualTo(expected);
    }

    @Test
    void aMessageDoesNotWaitForNaglesAlgorithm() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, TallyingSmtp.Faults.NONE)) {
            SmtpCourier courier = new SmtpCourier(Sample.server(smtp.port()), d -> Sample.letter(d, 40_000));
            courier.deliver(dispatches(20), new Ledger());
            long begin = System.nanoTime();

            courier.deliver(dispatches(100), new Ledger());

            Duration each = Duration.ofNanos(System.nanoTime() - begin).dividedBy(100);
            assertThat(each).isLessThan(Duration.ofMillis(25));
        }
    }

    @Test
    void theGreetingIsANameThatOthersKnowOrAnAddressLiteral() throws IOException {
        InetAddress there = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});

        assertThat(OwnName.towards(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})))
                .isEqualTo("[127.0.0.1]");
        assertThat(OwnName.towards(InetAddress.getByAddress(new byte[16]))).isEqualTo("[IPv6:0:0:0:0:0:0:0:0]");
        assertThat(OwnName.towards(there))
                .matches("\\[192\\.0\\.2\\.1]|([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+")
                .doesNotContain("localhost");
    }

    private static SmtpCourier courier(int port) {
        return courier(port, Optional.empty());
    }

    private static SmtpCourier courier(int port, Optional<SmtpServer.Login> login) {
        SmtpServer plain = Sample.server(port);
        return new SmtpCourier(
                new SmtpServer(plain.host(), port, SmtpServer.Tls.NONE, login, 1, plain.timeouts()), LETTERS);
    }

    private static Iterator<Dispatch> dispatches(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Sample::dispatch).iterator();
    }
}
