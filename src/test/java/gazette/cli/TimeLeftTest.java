package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When an edition will be done, as a person at a terminal reads it. */
@Timeout(60)
final class TimeLeftTest {
    private static final String[] SEND = {"send", "la-gazette", "--confirm", "la-gazette"};

    @TempDir
    private Path folder;

    @Test
    void whenAWarmUpEndsTheDayTheDayOfTheLastMessageIsShown() throws IOException {
        String said = sent("warm-up: {from: 2099-01-01, per-day: [2]}");

        assertThat(said).containsPattern("2/3  .*  no more today \\(warm-up\\), the last on 20\\d\\d-\\d\\d-\\d\\d");
    }

    @Test
    void aPaceIsKnownBeforeAnythingHasMoved() throws IOException {
        String said = sent("rate: {per-domain: {example.org: 0.9}}");

        assertThat(said).containsPattern("[0-2]/3  0\\.0/s  0:0\\d left");
    }

    private String sent(String smtp) throws IOException {
        try (TallyingSmtp server = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.Options options = TestWorkspace.Options.smtp(server.port());
            TestWorkspace workspace = TestWorkspace.make(folder, options);
            String settings = TestWorkspace.settings(options).replace("  tls: none\n", "  tls: none\n  " + smtp + "\n");
            workspace.write("gazette.yaml", settings);
            workspace.article("un.txt", "Le premier titre");
            return Typed.atATerminal(folder, SEND).err();
        }
    }
}
