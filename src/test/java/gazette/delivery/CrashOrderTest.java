package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.delivery.WireContractTest.Way;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of things on which «nobody forgotten, nobody twice» rests, seen from both ends of the line. */
final class CrashOrderTest {
    private final List<String> events = new ArrayList<>();
    private final AtomicLong contentOctets = new AtomicLong();
    private int chunks;

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "PIPELINED"})
    void noOctetOfContentGoesBeforeItsHandOverIsCommittedAndTheOneBeforeIsSettled(Way way) throws Exception {
        Journal journal = (last, next) -> {
            last.ifPresent(s -> note("settled " + s.dispatch().id().value()));
            next.ifPresent(d -> note("handed over " + d.id().value() + " after " + contentOctets.get() + " octets"));
            return true;
        };

        deliver(3, journal, way);

        long each = contentOctets.get() / 3;
        assertThat(events)
                .containsExactly(
                        "handed over 1 after 0 octets",
                        "content begins",
                        "settled 1",
                        "handed over 2 after " + each + " octets",
                        "content begins",
                        "settled 2",
                        "handed over 3 after " + 2 * each + " octets",
                        "content begins",
                        "settled 3");
    }

    @Test
    void noOctetOfAChunkGoesBeforeItsHandOverIsCommittedHoweverManyAreInTheGap() throws Exception {
        Journal journal = (last, next) -> {
            last.ifPresent(s -> note("settled " + s.dispatch().id().value()));
            next.ifPresent(d -> note("handed over " + d.id().value()));
            return true;
        };

        deliver(9, journal, Way.CHUNKED);

        for (int id = 1; id <= 9; id++) {
            assertThat(events.indexOf("chunk " + id)).isGreaterThan(events.indexOf("handed over " + id));
            assertThat(events.indexOf("settled " + id)).isGreaterThan(events.indexOf("chunk " + id));
        }
        assertThat(events).hasSize(27);
        assertThat(events.indexOf("handed over 5")).isGreaterThanOrEqualTo(events.indexOf("settled 1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "PIPELINED"})
    void aJournalThatCannotCommitLetsNoContentOut(Way way) {
        Journal journal = (last, next) -> {
            if (next.filter(d -> d.id().value() == 2).isPresent()) {
                throw new IllegalStateException("the store is away");
            }
            return true;
        };

        assertThatThrownBy(() -> deliver(3, journal, way)).hasMessage("the store is away");
        assertThat(events).containsExactly("content begins", "cut off");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "PIPELINED"})
    void whatTheJournalRefusesIsNotSent(Way way) throws Exception {
        Parting parting = deliver(2, (last, next) -> false, way);

        assertThat(parting.kind()).isEqualTo(Parting.Kind.LOST);
        assertThat(events).containsExactly("cut off");
    }

    @Test
    void noChunkGoesThatTheJournalRefusesOrCannotCommit() throws Exception {
        deliver(3, (last, next) -> false, Way.CHUNKED);
        assertThatThrownBy(() -> deliver(
                        3,
                        (last, next) -> {
                            throw new IllegalStateException("the store is away");
                        },
                        Way.CHUNKED))
                .hasMessage("the store is away");

        assertThat(events).isEmpty();
    }

    private Parting deliver(int messages, Journal journal, Way way) throws Exception {
        List<Dispatch> dispatches = new ArrayList<>();
        for (int id = 1; id <= messages; id++) {
            dispatches.add(Sample.dispatch(id));
        }
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> served = CompletableFuture.supplyAsync(() -> serve(listening, way));
            SmtpCourier courier = new SmtpCourier(
                    way.server(listening.getLocalPort(), 0), dispatch -> Sample.letter(dispatch, 40_000));
            try {
                return courier.deliver(dispatches.iterator(), journal);
            } finally {
                awaited(served);
            }
        }
    }

    private static void awaited(CompletableFuture<Boolean> served) throws InterruptedException {
        try {
            served.get();
        } catch (ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Counts every octet that comes after a 354, at once and unbuffered. */
    private boolean serve(ServerSocket listening, Way way) {
        try (Socket client = listening.accept()) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            say(out, "220 mx");
            Optional<String> line = line(in, false);
            while (line.isPresent()) {
                boolean data = line.get().equals("DATA");
                if (line.get().startsWith("BDAT ")) {
                    note("chunk " + ++chunks);
                    in.readNBytes(Integer.parseInt(line.get().split(" ")[1]));
                }
                String fine = line.get().startsWith("EHLO")
                        ? "250-mx\r\n250-" + way.offers("\r\n250-") + "\r\n250 HELP"
                        : "250 fine";
                say(out, data ? "354 go on" : fine);
                if (data && !content(in, out)) {
                    note("cut off");
                    return false;
                }
                line = line(in, false);
            }
            return true;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private boolean content(InputStream in, OutputStream out) throws IOException {
        Optional<String> line = line(in, true);
        if (line.isPresent()) {
            note("content begins");
        }
        while (line.isPresent() && !line.get().equals(".")) {
            line = line(in, true);
        }
        if (line.isPresent()) {
            say(out, "250 taken");
        }
        return line.isPresent();
    }

    private Optional<String> line(InputStream in, boolean content) throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            contentOctets.addAndGet(content ? 1 : 0);
            line.append((char) octet);
            octet = in.read();
        }
        return octet < 0 ? Optional.empty() : Optional.of(line.toString().strip());
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void note(String event) {
        synchronized (events) {
            events.add(event);
        }
    }
}
