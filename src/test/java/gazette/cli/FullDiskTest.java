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

/** A store that has no room in the middle of an edition. */
@Tag("long")
final class FullDiskTest {
    private static final int READERS = 8_000;
    private static final int MEGABYTES = 32;
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    /** Takes the room, or makes it. */
    private interface Room {
        void change(GazetteProcess send) throws IOException, InterruptedException;
    }

    /** The kernel says ENOSPC. */
    @Test
    void onADiskWithoutRoomNothingIsHandedOverWithoutARecordAndDeliveryGoesOnByItselfWhenThereIsSome()
            throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("data"), MEGABYTES)) {
            delivers(send -> disk.fill(), send -> disk.makeRoom());
        }
    }

    /** Needs no file system of its own: the kernel refuses each write behind a limit (setrlimit(2), RLIMIT_FSIZE). */
    @Test
    void aStoreWhoseFilesMayNotGrowStopsTheHandOversAndDeliveryGoesOnByItselfWhenTheyMay() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/prlimit")))
                .as("prlimit(1) is there")
                .isTrue();
        delivers(send -> limit(send, "1"), send -> limit(send, "unlimited"));
    }

    private void delivers(Room none, Room enough) throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.readers(READERS);
            workspace.article("un.txt", "Le premier titre");
            try (GazetteProcess send =
                    GazetteProcess.start(folder, "96m", "send", "la-gazette", "--confirm", "la-gazette")) {
                await().atMost(Duration.ofMinutes(2)).until(() -> smtp.arrived().size() > 200);

                none.change(send);
                standsStill(send, smtp);
                enough.change(send);

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

    /** What goes on until the first write that needs room is all that goes on, and the store knows of each of it. */
    private void standsStill(GazetteProcess send, TallyingSmtp smtp) throws InterruptedException {
        int known = smtp.arrived().size();
        assertThat(send.waitFor(A_WHILE)).isEqualTo(GazetteProcess.STILL_RUNNING);
        int full = smtp.arrived().size();
        assertThat(full).as("handed over after %d", known).isLessThan(READERS);
        assertThat(send.waitFor(A_WHILE)).isEqualTo(GazetteProcess.STILL_RUNNING);

        assertThat(smtp.arrived()).as("nothing more").hasSize(full);
        assertThat(tally().in(DispatchState.ACCEPTED) + tally().in(DispatchState.HANDING_OVER))
                .as("no hand-over without its record")
                .isGreaterThanOrEqualTo(full);
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
