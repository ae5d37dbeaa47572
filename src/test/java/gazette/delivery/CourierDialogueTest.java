package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each dialogue ends in the states, and with the parting, that its {@code .expected} file names. The file may also say
 * how many {@code messages} there are (1), how large ({@code octets}), how the server is reached ({@code tls},
 * {@code login}, {@code auth}, {@code host}, {@code window}), whose certificates it
 * {@code trusts}, how long the courier {@code waits}, and which message the journal {@code refuses}.
 */
final class CourierDialogueTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyDialogueEndsInTheRightStates() throws IOException, URISyntaxException {
        Path dialogues = Path.of(
                Objects.requireNonNull(getClass().getResource("dialogues")).toURI());
        try (Stream<Path> files = Files.list(dialogues)) {
            List<Path> scripts = files.filter(f -> f.toString().endsWith(".smtp"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            assertThat(scripts).hasSizeGreaterThan(30);
            return scripts.stream()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> plays(f)));
        }
    }

    private void plays(Path script) throws IOException {
        Map<String, String> expected = expected(Path.of(script.toString().replace(".smtp", ".expected")));
        Ledger ledger = new Ledger(Optional.ofNullable(expected.get("refuses")).map(Long::valueOf).stream()
                .toArray(Long[]::new));
        int octets = Integer.parseInt(expected.getOrDefault("octets", "2000"));
        List<Dispatch> dispatches = LongStream.rangeClosed(1, Long.parseLong(expected.getOrDefault("messages", "1")))
                .mapToObj(Sample::dispatch)
                .toList();

        Parting parting;
        Optional<String> objection;
        try (ScriptedSmtp smtp = new ScriptedSmtp(Files.readAllLines(script))) {
            SmtpCourier courier = new SmtpCourier(
                    server(expected, smtp.port()),
                    dispatch -> Sample.letter(dispatch, octets),
                    Loopback.context(expected.getOrDefault("trusts", "loopback"))
                            .getSocketFactory());
            parting = courier.deliver(dispatches.iterator(), ledger);
            objection = smtp.objection();
        }

        assertThat(objection).isEmpty();
        assertThat(states(dispatches, ledger)).isEqualTo(wanted(expected));
        String wantedParting = Objects.requireNonNull(expected.get("parting"));
        assertThat(parting.kind() + " " + parting.words())
                .startsWith(wantedParting.split(" ")[0])
                .contains(wantedParting.replaceFirst("\\S+ ?", ""));
    }

    private static Map<Long, String> states(List<Dispatch> dispatches, Ledger ledger) {
        return dispatches.stream()
                .filter(d -> ledger.outcome(d.id().value()).isPresent())
                .collect(Collectors.toMap(
                        d -> d.id().value(),
                        d -> ledger.outcome(d.id().value())
                                .map(o -> o.next(d, RetryPolicy.TWO_DAYS).name())
                                .orElseThrow()));
    }

    private static Map<Long, String> wanted(Map<String, String> expected) {
        return expected.entrySet().stream()
                .filter(e -> e.getKey().matches("\\d+"))
                .collect(Collectors.toMap(e -> Long.valueOf(e.getKey()), Map.Entry::getValue));
    }

    private SmtpServer server(Map<String, String> expected, int port) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "sésame\n");
        Duration waits = Duration.ofMillis(
                Long.parseLong(expected.getOrDefault("waits", "5000ms").replace("ms", "")));
        return new SmtpServer(
                expected.getOrDefault("host", "127.0.0.1"),
                port,
                SmtpServer.Tls.valueOf(expected.getOrDefault("tls", "NONE")),
                Optional.ofNullable(expected.get("login"))
                        .map(user -> new SmtpServer.Login(
                                user, password, SmtpServer.Auth.valueOf(expected.getOrDefault("auth", "AUTOMATIC")))),
                1,
                Sample.timeouts(waits),
                new SmtpServer.Sessions(
                        Integer.parseInt(expected.getOrDefault("window", "1")), 0, Duration.ofMinutes(1)));
    }

    private static Map<String, String> expected(Path file) throws IOException {
        Function<String, String> key = line -> line.substring(0, line.indexOf(':'));
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        key, line -> line.substring(line.indexOf(':') + 1).strip(), (a, b) -> b, TreeMap::new));
    }
}
