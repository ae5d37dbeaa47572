package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.sink.CaughtMessage;
import gazette.sink.Sink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do while a run is up, or instead of one. */
final class LivingRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] SEND = {"send", "la-gazette", "--confirm", "la-gazette"};

    @TempDir
    private Path folder;

    @Test
    void whoLeavesByOneClickGetsNothingMoreAndLookingAtTheLinkChangesNothing() throws Exception {
        int web = FreePort.near("127.0.0.1", 0);
        try (Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            TestWorkspace workspace = TestWorkspace.make(
                    folder, Options.smtp(sink.smtpPort()).every("0/2 * * * * ?").web(web));
            workspace.article("un.txt", "Le premier titre");
            try (GazetteProcess run = GazetteProcess.start(folder, "64m", "run")) {
                await().atMost(PATIENCE).until(() -> sink.messages().size() == 3);
                URI second = linkOf(sink, "reader-2@example.org");
                URI third = linkOf(sink, "reader-3@example.org");

                assertThat(status(HttpRequest.newBuilder(third).GET().build())).isEqualTo(200);
                assertThat(status(oneClick(second))).isEqualTo(200);
                assertThat(status(oneClick(second))).as("each time").isEqualTo(200);
                workspace.article("deux.txt", "Le second titre");
                await().atMost(PATIENCE).until(() -> sink.messages().size() == 5);

                assertThat(run.isAlive()).isTrue();
            }
            assertThat(sink.messages())
                    .extracting(CaughtMessage::to)
                    .filteredOn(to -> to.contains("reader-2@"))
                    .hasSize(1);
        }
    }

    @Test
    void aSendBesideARunLeavesTheDeliveryToIt() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            try (GazetteProcess run = GazetteProcess.start(folder, "64m", "run")) {
                await().atMost(PATIENCE).until(() -> run.err().contains("started"));
                workspace.article("un.txt", "Le premier titre");

                Typed send = Typed.in(folder, SEND);

                assertThat(send.code()).as(send.err()).isEqualTo(ExitCode.DONE);
                assertThat(send.err()).contains("delivers it; this one watches");
                assertThat(smtp.arrived()).hasSize(3);
            }
        }
    }

    @Test
    void aFirstWaveWaitsForTheRestToBeResumed() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port())).article("un.txt", "Le premier titre");

            Typed wave = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette", "--limit", "1");
            int inTheWave = smtp.arrived().size();
            Typed rest = Typed.in(folder, "editions", "resume", "1", "--wait");

            assertThat(wave.code()).as(wave.err()).isEqualTo(ExitCode.DONE);
            assertThat(wave.out()).contains("The first wave is out; 2 wait for: gazette editions resume la-gazette/1");
            assertThat(inTheWave).isOne();
            assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.DONE);
            assertThat(smtp.arrived()).hasSize(3);
        }
    }

    @Test
    void theCooldownHoldsTheFirstMessageBackUnlessItIsWaived() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace =
                    TestWorkspace.make(folder, Options.smtp(smtp.port()).cooldown("3s"));
            workspace.article("un.txt", "Le premier titre");
            long begun = System.nanoTime();
            Typed held = Typed.in(folder, SEND);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            workspace.article("deux.txt", "Le second titre");
            Typed waived = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette", "--no-cooldown");

            assertThat(held.code()).as(held.err()).isEqualTo(ExitCode.DONE);
            assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(held.err()).contains("The first message leaves in");
            assertThat(waived.err()).doesNotContain("The first message leaves in");
            assertThat(smtp.arrived()).hasSize(6);
        }
    }

    private static URI linkOf(Sink sink, String reader) {
        CaughtMessage message = sink.messages().stream()
                .filter(caught -> caught.to().contains(reader))
                .findFirst()
                .orElseThrow();
        String header = message.header("List-Unsubscribe").orElseThrow();
        return URI.create(header.substring(header.indexOf('<') + 1, header.indexOf('>')));
    }

    private static HttpRequest oneClick(URI link) {
        return HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
    }

    private static int status(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
