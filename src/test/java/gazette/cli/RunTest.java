package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.edition.EditionId;
import gazette.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process: stopping, locking, memory. */
final class RunTest {
    private static final EditionId FIRST = new EditionId("la-gazette", 1);

    @TempDir
    private Path folder;

    @Test
    void sigtermEndsTheRunWithinTenSecondsAndLeavesNothingInDoubt() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace =
                    TestWorkspace.make(folder, Options.smtp(smtp.port()).every("0/2 * * * * ?"));
            workspace.readers(4000);
            workspace.article("un.txt", "Le premier titre");
            try (GazetteProcess run = GazetteProcess.start(folder, "64m", "run")) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> smtp.arrived().size() > 20);

                run.terminate();

                assertThat(run.waitFor(Duration.ofSeconds(10))).isEqualTo(ExitCode.TERMINATED.value());
            }
            Tally tally = tally();
            assertThat(tally.inDoubt()).isZero();
            assertThat(tally.waiting()).as("it was stopped under way").isPositive();
            assertThat(tally.in(DispatchState.ACCEPTED))
                    .isEqualTo(smtp.arrived().size());
            assertThat(tally.balances()).isTrue();
        }
    }

    @Test
    void aSecondRunEndsWithSevenAndNamesTheFirst() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port()));
            try (GazetteProcess first = GazetteProcess.start(folder, "64m", "run")) {
                await().atMost(Duration.ofSeconds(20)).until(() -> first.err().contains("started"));

                try (GazetteProcess second = GazetteProcess.start(folder, "64m", "run")) {
                    assertThat(second.waitFor(Duration.ofSeconds(20))).isEqualTo(ExitCode.LOCKED.value());
                    assertThat(second.err()).contains("runs this workspace already");
                }
            }
        }
    }

    @Test
    void fiveThousandReadersAreImportedAndSentToInASmallHeap() throws Exception {
        sendTo(5_000, Duration.ofMinutes(2));
    }

    @Test
    @Tag("long")
    void aHundredThousandReadersAreImportedAndSentToInASmallHeap() throws Exception {
        sendTo(100_000, Duration.ofMinutes(20));
    }

    private void sendTo(int readers, Duration patience) throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.readers(readers);
            workspace.article("un.txt", "Le premier titre");
            long begun = System.nanoTime();
            try (GazetteProcess send =
                    GazetteProcess.start(folder, "64m", "send", "la-gazette", "--confirm", "la-gazette")) {
                assertThat(send.waitFor(patience)).as("%s", send.err()).isZero();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf("%d readers in 64 MB: %.1f s, %.0f messages/s%n", readers, seconds, readers / seconds);
            assertThat(smtp.arrived())
                    .hasSize(readers)
                    .allSatisfy((id, message) -> assertThat(message.copies()).isOne());
            assertThat(tally().in(DispatchState.ACCEPTED)).isEqualTo(readers);
        }
    }

    private Tally tally() {
        try (Store store = Store.openReadOnly(folder.resolve("data/gazette.db"), Clock.systemUTC())) {
            return store.outbox().tally(FIRST);
        }
    }
}
