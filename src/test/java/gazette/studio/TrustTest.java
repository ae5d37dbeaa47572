package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.sink.Sink;
import gazette.web.RawRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No page gives away a secret, and no address leads out of the workspace. */
final class TrustTest {
    private static final String PASSWORD = "canary-of-the-mail-server";
    private static final String OUTSIDE = "canary-outside-the-workspace";
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");

    /** Ways that lead up, elsewhere, or to the end of a string. */
    private static final List<String> WAYS = List.of(
            "..",
            "../../outside.txt",
            "%2e%2e",
            "%2e%2e%2f%2e%2e%2foutside.txt",
            "..%5c..%5coutside.txt",
            "%252e%252e%252foutside.txt",
            "%2fetc%2fpasswd",
            "/etc/passwd",
            "link.txt",
            "a%00b",
            "%c0%ae%c0%ae");

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeRoom() {
        folder = temp.resolve("workspace");
    }

    @Test
    void noPageGivesAwayASecret() throws IOException {
        try (Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            try (StudioStage stage = stage(sink)) {
                String key = Files.readString(folder.resolve("data/secret.key"), StandardCharsets.ISO_8859_1);
                for (String address : addresses(stage, sink)) {
                    assertThat(get(stage, address).body())
                            .as(address)
                            .doesNotContain(PASSWORD)
                            .doesNotContain(key.strip());
                }
            }
        }
    }

    @Test
    void noAddressLeadsOutOfTheWorkspace() throws IOException {
        try (Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            try (StudioStage stage = stage(sink)) {
                Path outside = Files.writeString(folder.resolveSibling("outside.txt"), OUTSIDE);
                Files.createSymbolicLink(folder.resolve("articles/link.txt"), outside);
                for (String address : ways(stage)) {
                    RawRequest.Answer answer = get(stage, address);

                    assertThat(answer.status()).as(address).isLessThan(500);
                    assertThat(answer.body()).as(address).doesNotContain(OUTSIDE, "root:x:0:0");
                }
            }
        }
    }

    private StudioStage stage(Sink sink) {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
        workspace.article("une.txt", "Un titre");
        workspace.write("secrets/smtp", PASSWORD);
        workspace.write("gazette.yaml", settings());
        Letters.to(sink, "Été", "<p>Bonjour</p>");
        StudioStage stage = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink));
        stage.run(SLOT, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        return stage;
    }

    private String settings() {
        try {
            return Files.readString(folder.resolve("gazette.yaml"), StandardCharsets.UTF_8)
                    .replace("tls: none", "tls: none\n  user: lettre\n  password-file: secrets/smtp");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> addresses(StudioStage stage, Sink sink) {
        SampleAddresses samples = SampleAddresses.of(sink, stage.port());
        return stage.studio().reads().stream()
                .flatMap(path -> samples.of(path).stream())
                .toList();
    }

    /** Each way in the place of each argument of each path, and as the newsletter of each. */
    private static List<String> ways(StudioStage stage) {
        List<String> addresses = new ArrayList<>();
        for (String path : stage.studio().reads()) {
            for (String way : WAYS) {
                addresses.add(path.replaceAll("[{<][^}>]+[}>]", way.replace("\\", "\\\\")));
                addresses.add(path.replaceAll("[{<][^}>]+[}>]", "1") + "?newsletter=" + way + "&cadence=" + way
                        + "&view=" + way);
            }
        }
        return addresses;
    }

    private static RawRequest.Answer get(StudioStage stage, String address) {
        return RawRequest.to(
                stage.port(), "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    }
}
