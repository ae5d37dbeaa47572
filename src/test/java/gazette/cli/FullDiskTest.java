package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.edition.EditionId;
import gazette.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that has no room in the middle of an edition. Files of the process may not grow for a while, which needs no
 * file system of its own: the kernel refuses each write behind a limit (setrlimit(2), RLIMIT_FSIZE).
 */
@Tag("long")
final class FullDiskTest {
    private static final int READERS = 8_000;

    @TempDir
    private Path folder;

    @Test
    void aStoreWithoutRoomStopsTheHandOversAndDeliveryGoesOnByItselfWhenThereIsSome() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/prlimit")))
                .as("prlimit(1) is there")
                .isTrue();
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.readers(READERS);
            workspace.article("un.txt", "Le premier titre");
            try (GazetteProcess send =
                    GazetteProcess.start(folder, "96m", "send", "la-gazette", "--confirm", "la-gazette")) {
                await().atMost(Duration.ofMinutes(2)).until(() -> smtp.arrived().size() > 200);
                limit(send, "1");
                int known = smtp.arrived().size();
                assertThat(send.waitFor(Duration.ofSeconds(3))).isEqualTo(GazetteProcess.STILL_RUNNING);
                int full = smtp.arrived().size();
                assertThat(send.waitFor(Duration.ofSeconds(3))).isEqualTo(GazetteProcess.STILL_RUNNING);
                assertThat(full).as("handed over after %d", known).isLessThan(READERS);
                assertThat(smtp.arrived()).as("nothing more without its record").hasSize(full);

                limit(send, "unlimited");

                assertThat(send.waitFor(Duration.ofMinutes(3)))
                        .as("%s", send.err())
                        .isZero();
            }
            assertThat(tally().in(DispatchState.ACCEPTED)).isEqualTo(READERS);
            assertThat(smtp.arrived())
                    .hasSize(READERS)
                    .allSatisfy((id, message) -> assertThat(message.copies()).isOne());
        }
    }

    /** The largest file that the process may write, in octets. */
    private static void limit(GazetteProcess process, String octets) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder(List.of(
                        "/usr/bin/prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + octets + ":unlimited"))
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(prlimit.exitValue()).isZero();
    }

    private Tally tally() {
        try (Store store = Store.openReadOnly(folder.resolve("data/gazette.db"), Clock.systemUTC())) {
            return store.outbox().tally(new EditionId("la-gazette", 1));
        }
    }
}
