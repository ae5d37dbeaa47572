package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.dkim.Engine;
import gazette.dkim.Keys;
import gazette.dkim.Signer;
import gazette.render.Renderer;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that receivers use say that the signatures hold; where they are not installed, nobody is asked. */
final class OutsideJudgesTest {
    private static final Path RESOURCES = Path.of("src/test/resources/gazette/dkim");

    @TempDir
    private Path folder;

    /** Letters of editions of all kinds to readers of all kinds. */
    private List<byte[]> letters(int count) {
        Signer signer = new Signer(Keys.both(), Engine.fastest());
        Press press = new Press(Tokens.open(folder.resolve("secret.key")), new Renderer(folder), Optional.of(signer));
        AnyEdition editions = new AnyEdition(1);
        List<Subscriber> readers = AnyEdition.readers(1, count);
        List<byte[]> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompiledEdition edition = press.compile(editions.edition(i), Sample.rendering(editions.variant()));
            letters.add(((Letter) edition.letter(readers.get(i), "")).octets());
        }
        return letters;
    }

    @Test
    void dkimpyTakesFiveHundredNastyEditions() throws IOException, InterruptedException {
        Optional<String> python = List.of("python3", "/usr/bin/python3").stream()
                .filter(command -> runs(command, "-c", "import dkim, nacl"))
                .findFirst();
        assumeThat(python)
                .as("dkimpy is not installed (Debian: python3-dkim, python3-nacl)")
                .isPresent();
        Path mail = Files.createDirectory(folder.resolve("mail"));
        int number = 0;
        for (byte[] letter : letters(500)) {
            Files.write(mail.resolve(number++ + ".eml"), letter);
        }
        Files.writeString(
                mail.resolve("records.json"), JSON.std.asString(Keys.records(Keys.both())), StandardCharsets.UTF_8);

        Process judge = new ProcessBuilder(
                        python.orElseThrow(), RESOURCES.resolve("judge.py").toString(), mail.toString())
                .redirectErrorStream(true)
                .start();
        String verdicts = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(judge.waitFor()).as(verdicts).isZero();
        assertThat(verdicts.lines())
                .hasSize(500)
                .allSatisfy(line -> assertThat(line).endsWith(".eml pass pass"));
    }

    private static boolean runs(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void rspamdTakesASampleOfThem() throws IOException, InterruptedException {
        assumeThat(runs("rspamd", "--version")).as("rspamd is not installed").isTrue();
        int port = freePort();
        Path log = folder.resolve("rspamd.log");
        Process rspamd = new ProcessBuilder(
                        "rspamd", "-i", "-f", "-c", configuration(port).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        HttpAnswer answer = new HttpAnswer(port);
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(answer::isThere);

            for (byte[] letter : letters(25)) {
                assertThat(answer.to(letter))
                        .contains("\"R_DKIM_ALLOW\"", "example.org:s=g1", "example.org:s=g2.paris")
                        .doesNotContain("\"R_DKIM_REJECT\"");
            }
            byte[] changed = letters(1).get(0);
            changed[changed.length - 3] ^= 1;
            assertThat(answer.to(changed)).contains("\"R_DKIM_REJECT\"");
        } finally {
            rspamd.destroy();
            rspamd.waitFor();
        }
    }

    private Path configuration(int port) throws IOException {
        String records = Keys.records(Keys.both()).entrySet().stream()
                .map(record -> "{ name = \"" + record.getKey() + "\"; type = txt; replies = [\"" + record.getValue()
                        + "\"]; }")
                .collect(Collectors.joining(",\n"));
        String text = Files.readString(RESOURCES.resolve("rspamd.conf"), StandardCharsets.UTF_8)
                .replace("FOLDER", folder.toString())
                .replace("RECORDS", records)
                .replace("PORT", String.valueOf(port));
        return Files.writeString(folder.resolve("rspamd.conf"), text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What rspamd says of a message. */
    private record HttpAnswer(int port) {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        String to(byte[] letter) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/checkv2"))
                    .timeout(Duration.ofSeconds(30))
                    .header("IP", "192.0.2.1")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(letter))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }

        boolean isThere() throws InterruptedException {
            try {
                return to("Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII))
                        .contains("{");
            } catch (IOException notYet) {
                return false;
            }
        }
    }
}
