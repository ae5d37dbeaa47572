package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.SlowLine;
import gazette.delivery.Tally;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.edition.EditionId;
import gazette.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end in the middle of an edition. */
final class TerminatedRunTest {
    private static final int READERS = 200;

    @TempDir
    private Path folder;

    @Test
    void aRunThatIsToldToEndWaitsForTheAnswersAndLeavesNobodyInDoubt() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE);
                SlowLine line = new SlowLine(smtp.port(), Duration.ofSeconds(2))) {
            TestWorkspace workspace =
                    TestWorkspace.make(folder, Options.smtp(line.port()).every("0/2 * * * * ?"));
            workspace.readers(READERS);
            workspace.article("un.txt", "Le premier titre");
            try (GazetteProcess run = GazetteProcess.start(folder, "96m", "run")) {
                await().atMost(Duration.ofMinutes(1)).until(() -> smtp.arrived().size() >= 6);

                run.terminate();

                assertThat(run.waitFor(Duration.ofSeconds(10))).isEqualTo(ExitCode.TERMINATED.value());
            }
            Tally tally = tally();
            assertThat(tally.in(DispatchState.ACCEPTED))
                    .isEqualTo(smtp.arrived().size());
            assertThat(tally.in(DispatchState.PENDING))
                    .isEqualTo(READERS - smtp.arrived().size());
            assertThat(tally.inDoubt()).isZero();
        }
    }

    private Tally tally() {
        try (Store store = Store.openReadOnly(folder.resolve("data/gazette.db"), Clock.systemUTC())) {
            return store.outbox().tally(new EditionId("la-gazette", 1));
        }
    }
}
