package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not keep what they offer: nobody is rejected for it, nobody gets two, and the plain way is found. */
@Timeout(60)
final class BrokenOffersTest {
    private static final List<String> GREETING =
            List.of("S: 220 mx", "C: EHLO *", "S: 250-mx", "S: 250-PIPELINING", "S: 250 CHUNKING");
    private static final List<String> BYE = List.of("C: QUIT", "S: 221 bye");

    private final Ledger ledger = new Ledger();
    private final List<String> script = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServerThatDoesNotKnowTheChunkThatItOffersIsShownOneAndGetsTheOthersByData(int code) throws IOException {
        say(GREETING, chunk(1, code + " 5.5.1 what is that"));
        another(data(2, 3), BYE);

        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            SmtpCourier courier = courier(server, 4);
            Parting first = deliver(courier, 1, 2, 3);
            assertThat(ledger.outcome(2)).as("it was not shown to it").isEmpty();
            Parting second = deliver(courier, 2, 3);

            assertThat(first.kind()).isEqualTo(Parting.Kind.LOST);
            assertThat(first.words())
                    .startsWith(code + " 5.5.1 what is that")
                    .endsWith("does not take it: from now on messages go by DATA");
            assertThat(second.kind()).as(second.words()).isEqualTo(Parting.Kind.DONE);
            assertThat(server.objection()).isEmpty();
        }
        assertThat(ledger.outcome(1)).get().isInstanceOf(Outcome.Deferred.class);
        assertAccepted(2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.3.0 not now", "554 5.6.0 something is wrong", "552 5.3.4 too big"})
    void oneThatRefusesThreeChunksAndTookNoneGetsTheOthersByDataAndNobodyIsRejected(String refusal) throws IOException {
        say(GREETING, chunk(1, refusal), chunk(2, refusal), chunk(3, refusal));
        another(data(4), BYE);

        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            SmtpCourier courier = courier(server, 4);
            Parting first = deliver(courier, 1, 2, 3, 4);
            deliver(courier, 4);

            assertThat(first.words()).contains(refusal, "from now on messages go by DATA");
            assertThat(server.objection()).isEmpty();
        }
        assertThat(LongStream.rangeClosed(1, 3))
                .allSatisfy(id -> assertThat(ledger.outcome(id)).get().isInstanceOf(Outcome.Deferred.class));
        assertAccepted(4);
    }

    @Test
    void oneThatHangsUpOverThreeChunksGetsTheOthersByData() throws IOException {
        say(GREETING, hungUpOver(1));
        another(GREETING, hungUpOver(2));
        another(GREETING, hungUpOver(3));
        another(data(4), BYE);

        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            SmtpCourier courier = courier(server, 4);
            deliver(courier, 1, 4);
            deliver(courier, 2, 4);
            deliver(courier, 3, 4);
            deliver(courier, 4);

            assertThat(server.objection()).isEmpty();
        }
        assertThat(ledger.outcome(3)).as("it may have it").get().isInstanceOf(Outcome.InDoubt.class);
        assertAccepted(4);
    }

    @Test
    void whereAChunkWasTakenOnceARefusalIsARefusal() throws IOException {
        say(GREETING, chunk(1, "250 taken"), chunk(2, "554 5.6.0 bad"), chunk(3, "554 5.6.0 bad"));
        say(chunk(4, "554 5.6.0 bad"), chunk(5, "250 taken"), BYE);

        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            Parting parting = deliver(courier(server, 2), 1, 2, 3, 4, 5);

            assertThat(parting.kind()).as(parting.words()).isEqualTo(Parting.Kind.DONE);
            assertThat(server.objection()).isEmpty();
        }
        assertThat(LongStream.rangeClosed(2, 4))
                .allSatisfy(id -> assertThat(ledger.outcome(id)).get().isInstanceOf(Outcome.Rejected.class));
        assertAccepted(1, 5);
    }

    @Test
    void aRecipientThatIsRefusedSaysNothingOfChunks() throws IOException {
        say(GREETING);
        for (int id = 1; id <= 4; id++) {
            say(chunk(id, "503 5.5.1 no recipient"));
            script.replaceAll(line -> line.equals("S: 250 to") ? "S: 550 5.1.1 unknown" : line);
        }
        say(chunk(5, "250 taken"), BYE);

        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            deliver(courier(server, 2), 1, 2, 3, 4, 5);

            assertThat(server.objection()).isEmpty();
        }
        assertThat(LongStream.rangeClosed(1, 4))
                .allSatisfy(id -> assertThat(ledger.outcome(id)).get().isInstanceOf(Outcome.Rejected.class));
        assertAccepted(5);
    }

    @Test
    void oneThatHangsUpWheneverCommandsComeTogetherGetsOneAtATimeFromTheFourthOn() throws IOException {
        say(GREETING, List.of("C: MAIL*", "drop"));
        another(GREETING, List.of("C: MAIL*", "S: 250 from", "drop"));
        another(GREETING, List.of("C: MAIL*", "S: 250 from", "C: RCPT*", "S: 250 to", "S: 250 to", "S: 250 to"));
        another(GREETING, oneByOne(4), oneByOne(5), BYE);

        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            SmtpCourier courier = courier(server, 1);
            List<String> words = new ArrayList<>();
            for (int id = 1; id <= 3; id++) {
                words.add(deliver(courier, id).words());
            }
            Parting fourth = deliver(courier, 4, 5);

            assertThat(words.get(1)).doesNotContain("from now on");
            assertThat(words.get(2)).endsWith("from now on it gets one command at a time");
            assertThat(fourth.kind()).as(fourth.words()).isEqualTo(Parting.Kind.DONE);
            assertThat(server.objection()).isEmpty();
        }
        assertThat(LongStream.rangeClosed(1, 3))
                .allSatisfy(id -> assertThat(ledger.outcome(id)).get().isInstanceOf(Outcome.Deferred.class));
        assertAccepted(4, 5);
    }

    @Test
    void whereCommandsCameTogetherOnceABrokenLineIsNoReason() throws IOException {
        say(GREETING, data(1).subList(GREETING.size(), data(1).size()), BYE);
        for (int i = 0; i < 4; i++) {
            another(GREETING, List.of("C: MAIL*", "drop"));
        }
        another(data(7), BYE);

        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            SmtpCourier courier = courier(server, 1);
            deliver(courier, 1);
            for (int id = 2; id <= 5; id++) {
                assertThat(deliver(courier, id).words()).doesNotContain("from now on");
            }
            deliver(courier, 7);

            assertThat(server.objection()).isEmpty();
        }
        assertAccepted(1, 7);
    }

    @SafeVarargs
    private void say(List<String>... parts) {
        for (List<String> part : parts) {
            script.addAll(part);
        }
    }

    @SafeVarargs
    private void another(List<String>... parts) {
        script.add("connection");
        say(parts);
    }

    private static List<String> chunk(int id, String reply) {
        return List.of(
                "C: RSET",
                "S: 250 fresh",
                "C: MAIL*",
                "S: 250 from",
                "C: RCPT TO:<reader-" + id + "@example.org>",
                "S: 250 to",
                "C: <chunk>",
                "S: " + reply);
    }

    private static List<String> hungUpOver(int id) {
        List<String> chunk = chunk(id, "");
        List<String> cut = new ArrayList<>(chunk.subList(0, chunk.size() - 1));
        cut.add("drop");
        return cut;
    }

    /** A session in which commands may come together: they are answered at the end of each group. */
    private static List<String> data(int... ids) {
        List<String> all = new ArrayList<>(GREETING);
        for (int id : ids) {
            all.addAll(List.of(
                    "C: MAIL*", "C: RCPT TO:<reader-" + id + "@example.org>", "C: DATA", "S: 250 from", "S: 250 to"));
            all.addAll(List.of("S: 354 go", "C: <content>", "S: 250 taken"));
        }
        return all;
    }

    /** One in which a command is answered before the next may come. */
    private static List<String> oneByOne(int id) {
        return List.of(
                "C: MAIL*",
                "wait 50ms",
                "S: 250 from",
                "C: RCPT TO:<reader-" + id + "@example.org>",
                "wait 50ms",
                "S: 250 to",
                "C: DATA",
                "S: 354 go",
                "C: <content>",
                "S: 250 taken");
    }

    private static SmtpCourier courier(ScriptedSmtp server, int window) {
        SmtpServer plain = Sample.server(server.port());
        return new SmtpCourier(
                new SmtpServer(
                        plain.host(),
                        plain.port(),
                        plain.tls(),
                        Optional.empty(),
                        1,
                        plain.timeouts(),
                        new SmtpServer.Sessions(window, 0, Duration.ofMinutes(1))),
                dispatch -> Sample.letter(dispatch, 2000));
    }

    private Parting deliver(SmtpCourier courier, long... ids) {
        return courier.deliver(LongStream.of(ids).mapToObj(Sample::dispatch).iterator(), ledger);
    }

    private void assertAccepted(long... ids) {
        assertThat(LongStream.of(ids))
                .allSatisfy(id -> assertThat(ledger.outcome(id)).get().isInstanceOf(Outcome.Accepted.class));
    }
}
