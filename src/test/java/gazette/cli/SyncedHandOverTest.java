package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gazette.cli.SystemCalls.Call;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Committed is durable: seen from below, by the system calls of a real process. */
@Tag("long")
final class SyncedHandOverTest {
    private static final int READERS = 40;
    private static final String WAL = "gazette.db-wal";
    private static final Pattern CONTENT = Pattern.compile("To: [^\\\\]*reader-(\\d+)@");

    @TempDir
    private Path folder;

    /** What the kernel saw since the content before. */
    private enum Since {
        NOTHING,
        WRITTEN,
        SYNCED
    }

    @Test
    void beforeEachContentLeavesTheCommitOfItsHandOverIsWrittenAndSynced() throws Exception {
        assumeThat(SystemCalls.canBeSeen())
                .as("strace(1) is there, and may trace")
                .isTrue();
        Path trace = folder.resolve("trace");
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace =
                    TestWorkspace.make(folder, new Options(smtp.port(), "0 0 7 ? * MON-FRI", "0", 1, 0));
            workspace.readers(READERS);
            workspace.article("un.txt", "Le premier titre");
            try (GazetteProcess send = GazetteProcess.startUnder(
                    SystemCalls.into(trace), folder, "96m", "send", "la-gazette", "--confirm", "la-gazette")) {
                assertThat(send.waitFor(Duration.ofMinutes(2)))
                        .as("%s", send.err())
                        .isZero();
            }
            assertThat(smtp.arrived()).hasSize(READERS);
        }

        assertThat(beforeContent(SystemCalls.read(trace)))
                .hasSize(READERS)
                .allSatisfy((reader, since) -> assertThat(since).isEqualTo(Since.SYNCED));
    }

    /** By reader: what became of the log of the store between the content before and theirs. */
    private static Map<Integer, Since> beforeContent(List<Call> calls) {
        Map<Integer, Since> seen = new TreeMap<>();
        Since since = Since.NOTHING;
        for (Call call : calls) {
            Matcher content = CONTENT.matcher(call.rest());
            if (call.isWriteTo(WAL)) {
                since = Since.WRITTEN;
            } else if (call.isSyncOf(WAL) && since == Since.WRITTEN) {
                since = Since.SYNCED;
            } else if (call.isSent() && content.find()) {
                seen.putIfAbsent(Integer.parseInt(content.group(1)), since);
                since = Since.NOTHING;
            }
        }
        return seen;
    }
}
