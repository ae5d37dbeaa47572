package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gazette.dkim.Keys;
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
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** An rspamd of our own on the loopback; where it is not installed, a test that asks it is skipped. */
final class Rspamd implements AutoCloseable {
    private static final Path CONFIGURATION = Path.of("src/test/resources/gazette/dkim/rspamd.conf");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int port;

    private Rspamd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that writes to {@code folder}. */
    static Rspamd start(Path folder) throws IOException {
        assumeThat(Programs.run("rspamd", "--version"))
                .as("rspamd is not installed")
                .isTrue();
        int port = freePort();
        Process process = new ProcessBuilder(
                        "rspamd", "-i", "-f", "-c", configuration(folder, port).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rspamd.log").toFile())
                .start();
        Rspamd rspamd = new Rspamd(process, port);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(rspamd::isThere);
        return rspamd;
    }

    private static Path configuration(Path folder, int port) throws IOException {
        String records = Keys.records(Keys.both()).entrySet().stream()
                .map(record -> "{ name = \"" + record.getKey() + "\"; type = txt; replies = [\"" + record.getValue()
                        + "\"]; }")
                .collect(Collectors.joining(",\n"));
        String text = Files.readString(CONFIGURATION, StandardCharsets.UTF_8)
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

    private boolean isThere() throws InterruptedException {
        try {
            return says("Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII))
                    .contains("{");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Takes both signatures of {@code message}. */
    void takes(byte[] message) throws IOException, InterruptedException {
        assertThat(says(message))
                .contains("\"R_DKIM_ALLOW\"", "example.org:s=g1", "example.org:s=g2.paris")
                .doesNotContain("\"R_DKIM_REJECT\"");
    }

    /** Its answer about {@code message}, as JSON. */
    String says(byte[] message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/checkv2"))
                .timeout(Duration.ofSeconds(30))
                .header("IP", "192.0.2.1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
