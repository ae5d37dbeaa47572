package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchExport;
import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with an edition, and what is said back. */
final class EditionsTest {
    private static final String[] SEND = {"send", "la-gazette", "--confirm", "la-gazette"};

    @TempDir
    private Path folder;

    @Test
    void wavesGoOnByTheSameCommandAndEndWithTheRest() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = workspace(smtp, 10);

            Typed first = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette", "--limit", "2");
            Typed second = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette", "--limit", "3");
            workspace.article("deux.txt", "Le second titre");
            Typed asked = Typed.answering(folder, "no\n", "send", "la-gazette");
            Typed rest = Typed.in(folder, SEND);

            assertThat(first.out())
                    .contains("The first wave is out; 8 wait for")
                    .contains("--limit N");
            assertThat(second.err()).contains("n° 1 goes on: 3 more readers of 10, 5 wait after them");
            assertThat(asked.err()).contains("n° 1 of La Gazette is out to 5 of 10 readers. Send it to the other 5?");
            assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.DONE);
            assertThat(smtp.arrived()).hasSize(10);
            assertThat(Typed.in(folder, "editions", "ls").out())
                    .contains("10/10")
                    .doesNotContain("n° 2");
        }
    }

    @Test
    void aPauseKeepsItsReasonAndTheRestGoesOut() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace(smtp, 4);
            Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette", "--limit", "1");

            Typed pause = Typed.in(folder, "editions", "pause", "1", "--because", "a wrong picture");
            Typed ls = Typed.in(folder, "editions", "ls");
            Typed show = Typed.in(folder, "editions", "show", "1");
            Typed resume = Typed.in(folder, "editions", "resume", "1", "--wait");
            Typed after = Typed.in(folder, "editions", "show", "1");
            Typed json = Typed.in(folder, "editions", "show", "1", "--json");

            assertThat(pause.out()).contains("n° 1 is paused at 1 of 4").contains("gazette editions resume");
            assertThat(ls.out()).contains("paused (a wrong picture)");
            assertThat(show.out()).contains("Paused: a wrong picture.").contains("+ waiting 3");
            assertThat(resume.code()).isEqualTo(ExitCode.DONE);
            assertThat(after.out()).contains(" UTC  paused: a wrong picture\n").contains(" UTC  resumed\n");
            assertThat(json.out().replaceAll("\\s+", " "))
                    .contains("\"course\" : [ { \"at\" : ")
                    .contains("\"kind\" : \"PAUSED\", \"words\" : \"a wrong picture\" }")
                    .contains("\"kind\" : \"RESUMED\", \"words\" : \"\" }");
            assertThat(smtp.arrived()).hasSize(4);
        }
    }

    @Test
    void aCancelSaysWhoHasItAsksAndIsForGood() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace(smtp, 4);
            Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette", "--limit", "1");

            Typed nobodyToAsk = Typed.in(folder, "editions", "cancel", "1");
            Typed slip = Typed.answering(folder, "la-gazete\n", "editions", "cancel", "1");
            Typed cancel = Typed.answering(folder, "la-gazette\n", "editions", "cancel", "1");
            Typed again = Typed.in(folder, "editions", "cancel", "1", "--confirm", "la-gazette");
            Typed resume = Typed.in(folder, "editions", "resume", "1");

            assertThat(nobodyToAsk.code()).isEqualTo(ExitCode.USAGE);
            assertThat(nobodyToAsk.err()).contains("Nothing was cancelled").contains("--confirm la-gazette");
            assertThat(slip.err())
                    .contains("1 of 4 readers have it already, 3 wait")
                    .contains("Nothing was cancelled");
            assertThat(cancel.out()).contains("n° 1 is cancelled: 1 of 4 have it, 3 will not get it.");
            assertThat(again.out()).contains("was cancelled before");
            assertThat(resume.code()).isEqualTo(ExitCode.USAGE);
            assertThat(resume.err()).contains("it was cancelled for good");
            assertThat(smtp.arrived()).hasSize(1);
        }
    }

    @Test
    void aWaitingSendSeesThatItsEditionWasCancelledInTheCooldown() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port()).cooldown("60s"))
                    .article("un.txt", "Un titre");
            var waiting = new java.util.concurrent.CompletableFuture<Typed>();
            Thread send = new Thread(() -> waiting.complete(Typed.in(folder, SEND)));
            send.start();
            while (!Typed.in(folder, "editions", "ls").out().contains("filled")) {
                new Stop().await(Duration.ofMillis(50));
            }

            Typed.in(folder, "editions", "cancel", "1", "--confirm", "la-gazette");
            send.join(10_000);

            assertThat(waiting.getNow(new Typed(ExitCode.INTERNAL_ERROR, "still waits", ""))
                            .out())
                    .contains("It was cancelled");
            assertThat(smtp.arrived()).isEmpty();
        }
    }

    @Test
    void whomTheServerRefusedIsShownInItsWordsAndTriedAgain() throws IOException {
        Typed rejected;
        try (TallyingSmtp smtp = new TallyingSmtp(0, new Faults(1, 0, 0, 0, 0, 1))) {
            workspace(smtp, 3);
            rejected = Typed.in(folder, SEND);
        }
        Typed show = Typed.in(folder, "editions", "show", "1");
        Typed export = Typed.in(folder, "editions", "export", "1", "--state", "rejected", "-o", "out.csv");
        Typed other = Typed.in(folder, "editions", "retry", "1", "--code", "5.7.1");
        Typed retry = Typed.in(folder, "editions", "retry", "1", "--state", "rejected", "--code", "550");

        assertThat(rejected.code()).isEqualTo(ExitCode.PARTLY_DONE);
        assertThat(rejected.out()).contains("gazette editions retry la-gazette/1");
        assertThat(show.out()).contains("audience 3 = accepted 0 + rejected 3").contains("3  rejected  550");
        assertThat(export.out()).contains("3 rows in out.csv");
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .hasSize(4)
                .first()
                .isEqualTo("address,state,reason,attempts,answered_at,words,not_before");
        assertThat(other.out()).contains("nobody to try again");
        assertThat(retry.out()).contains("3 rejected will be tried again");
    }

    @Test
    void aFormulaInAnExportIsHarmless() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8);

        DispatchExport.csv(out)
                .row(new DispatchRow(
                        "=cmd|x@example.org",
                        DispatchState.DEFERRED,
                        Optional.empty(),
                        2,
                        Optional.of(Instant.EPOCH),
                        "@SUM(1,2) \"quoted\"",
                        Optional.empty()));

        assertThat(octets.toString(StandardCharsets.UTF_8))
                .endsWith("'=cmd|x@example.org,DEFERRED,,2,1970-01-01T00:00:00Z,\"'@SUM(1,2) \"\"quoted\"\"\",\r\n");
    }

    @Test
    void watchingSaysHowItEndedOnTheLastLine() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace(smtp, 3);
            Typed.in(folder, SEND);

            Typed watch = Typed.in(folder, "editions", "watch", "1", "--json");

            assertThat(watch.out().strip())
                    .startsWith("{\"version\":1,\"event\":\"finished\",\"edition\":\"la-gazette/1\"")
                    .contains("\"accepted\":3");
        }
    }

    private TestWorkspace workspace(TallyingSmtp smtp, int readers) {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
        workspace.readers(readers);
        workspace.article("un.txt", "Le premier titre");
        return workspace;
    }
}
