package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.ScriptedSmtp;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import gazette.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that a server does not want: it is stopped before many readers are lost by it, and a person decides. */
final class StopAndAskRunTest {
    private static final int READERS = 200;

    /** Twenty are enough for a reason; the rest was in hand: claims are of 2, 4, 8 and 16. */
    private static final int TRIED = 30;

    private static final String REASON =
            "20 of the last 20 were rejected for one reason, the last with: 550 5.7.1 this is spam";

    @TempDir
    private Path folder;

    @Test
    void anEditionThatIsRefusedToAllIsPausedWithTheReasonAndGoesOnWhenAPersonSaysSo() throws Exception {
        List<String> script = new ArrayList<>(session(TRIED, "550 5.7.1 this is spam"));
        script.add("connection");
        script.addAll(session(READERS - TRIED, "250 2.0.0 taken"));
        try (ScriptedSmtp smtp = new ScriptedSmtp(script)) {
            TestWorkspace workspace =
                    TestWorkspace.make(folder, new Options(smtp.port(), "0 0 7 ? * MON-FRI", "0", 1, 0));
            workspace.readers(READERS);
            workspace.article("un.txt", "Le premier titre");

            Typed send = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette");
            Typed show = Typed.in(folder, "editions", "show", "1");

            assertThat(send.code()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(send.out())
                    .contains("It was paused: " + REASON)
                    .contains("rejected " + TRIED)
                    .contains("waiting " + (READERS - TRIED));
            assertThat(show.out()).contains("Paused: " + REASON).contains("gazette editions resume la-gazette/1");
            assertThat(tally().states())
                    .containsEntry(DispatchState.REJECTED, (long) TRIED)
                    .containsEntry(DispatchState.PENDING, (long) READERS - TRIED);

            Typed resume = Typed.in(folder, "editions", "resume", "1", "--wait");

            assertThat(resume.code()).as(resume.err()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(smtp.objection()).isEmpty();
            assertThat(tally().states())
                    .containsEntry(DispatchState.REJECTED, (long) TRIED)
                    .containsEntry(DispatchState.ACCEPTED, (long) READERS - TRIED);
        }
    }

    /** One connection over which so many messages get the same answer. */
    private static List<String> session(int messages, String answer) {
        List<String> lines = new ArrayList<>(List.of("S: 220 mx.example.org", "C: EHLO *", "S: 250 mx.example.org"));
        for (int message = 0; message < messages; message++) {
            lines.addAll(List.of(
                    "C: MAIL FROM:*",
                    "S: 250 fine",
                    "C: RCPT TO:*",
                    "S: 250 fine",
                    "C: DATA",
                    "S: 354 go on",
                    "C: <content>",
                    "S: " + answer));
        }
        lines.addAll(List.of("C: QUIT", "S: 221 bye"));
        return lines;
    }

    private Tally tally() {
        try (Store store = Store.openReadOnly(folder.resolve("data/gazette.db"), Clock.systemUTC())) {
            return store.outbox().tally(new EditionId("la-gazette", 1));
        }
    }
}
