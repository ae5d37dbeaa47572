package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.ScriptedSmtp;
import gazette.delivery.Tally;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.edition.EditionId;
import gazette.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong input ends in a clear sentence and its exit code, and nothing is lost. */
final class BadInputTest {
    private static final String[] SEND = {"send", "la-gazette", "--confirm", "la-gazette"};

    @TempDir
    private Path folder;

    @Test
    void twoProblemsOfTheSettingsAreBothSaidWithTheirLines() {
        String settings = TestWorkspace.settings(Options.smtp(2525))
                .replace("port: 2525", "port: five")
                .replace("language: fr", "langage: fr");
        TestWorkspace.make(folder, Options.smtp(2525)).write("gazette.yaml", settings);

        Typed typed = Typed.in(folder, "config", "validate");

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .contains("gazette.yaml:" + lineOf(settings, "langage"), "language")
                .contains("gazette.yaml:" + lineOf(settings, "port: five"), "'five'", "587");
    }

    @Test
    void aWorkspaceWithoutSettingsNamesInit() {
        Typed typed = Typed.in(folder, "config", "show");

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("gazette.yaml", "gazette init");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-C preview editions ls", "-qC preview editions ls", "-C preview help", "-C preview"})
    void aWorkspaceMayBeCalledAsACommandIs(String line) {
        Typed.in(folder, "init", "preview");

        Typed typed = Typed.in(folder, line.split(" "));

        assertThat(typed.err()).doesNotContain("Expected parameter").doesNotContain("Unmatched");
        assertThat(typed.code()).isEqualTo(line.endsWith("preview") ? ExitCode.USAGE : ExitCode.DONE);
    }

    @Test
    void anUnknownNewsletterIsCorrected() {
        TestWorkspace.make(folder, Options.smtp(2525));

        Typed typed = Typed.in(folder, "send", "la-gazete", "--dry-run");

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("Unknown newsletter «la-gazete». Did you mean «la-gazette»?");
    }

    @Test
    void anUnknownCommandIsCorrected() {
        Typed typed = Typed.in(folder, "sned");

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("Unknown command «sned». Did you mean «send»?");
    }

    @Test
    void sendingWithoutConfirmationSendsNothing() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port())).article("un.txt", "Un titre");

            Typed typed = Typed.in(folder, "send", "la-gazette");

            assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).contains("Nothing was sent", "--confirm la-gazette");
            assertThat(smtp.arrived()).isEmpty();
        }
    }

    @Test
    void aMissingTemplateIsAMatterOfSettings() {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(2525));
        workspace.article("un.txt", "Un titre");
        workspace.write(
                "gazette.yaml",
                TestWorkspace.settings(Options.smtp(2525)).replace("cooldown:", "template: nowhere\n    cooldown:"));

        Typed typed = Typed.in(folder, "preview", "--out", "draft");

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("nowhere");
    }

    @Test
    void aTemplateErrorNamesFileLineAndColumn() {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(2525));
        workspace.article("un.txt", "Un titre");
        Sample.copyTo(folder, name -> name.startsWith("templates/"));
        workspace.write("templates/digest/subject.ftl", "Bonjour\n${nobody.knows.this}\n");

        Typed typed = Typed.in(folder, "preview", "--out", "draft");

        assertThat(typed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(typed.err())
                .contains("subject.ftl, line 2, column 3", "nobody")
                .doesNotContain("at gazette.");
    }

    @Test
    void badRowsOfTheListAreNamedAndTheRestIsSentTo() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");
            workspace.write("subscribers/la-gazette.csv", """
                    address,name
                    reader-1@example.org,Une
                    ,Sans adresse
                    "reader-2@example.org\r
                    RCPT TO:<reader-9@example.org>",Deux
                    reader-3@example.org,Trois
                    """);

            Typed typed = Typed.in(folder, SEND);

            assertThat(typed.code()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(typed.err()).contains(":3: ").contains(":4: ", "line break");
            assertThat(smtp.arrived().values())
                    .extracting(TallyingSmtp.Arrived::recipient)
                    .containsExactlyInAnyOrder("reader-1@example.org", "reader-3@example.org");
        }
    }

    @Test
    void anUnreadableArticleIsNamedAndTheRestGoesOut() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");
            workspace.write("articles/deux.txt", "\0\1\2\3binary\0");

            Typed typed = Typed.in(folder, SEND);

            assertThat(typed.code()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(typed.err()).contains("deux.txt");
            assertThat(smtp.arrived()).hasSize(3);
        }
    }

    @Test
    void aServerThatIsNotThereLeavesEverybodyWaiting() throws IOException {
        TestWorkspace.make(folder, Options.smtp(unusedPort())).article("un.txt", "Un titre");

        Typed typed = Typed.in(folder, SEND);

        assertThat(typed.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(typed.err()).contains("127.0.0.1");
        assertThat(typed.out()).contains("Nobody is forgotten");
        assertThat(tally().waiting()).isEqualTo(3);
        assertThat(tally().in(DispatchState.REJECTED)).isZero();
    }

    @Test
    void aRefusedLogInEndsTheSendAtOnceAndLeavesEverybodyWaiting() throws IOException {
        List<String> refusal = List.of(
                "S: 220 mx",
                "C: EHLO *",
                "S: 250-mx",
                "S: 250 AUTH PLAIN LOGIN",
                "C: AUTH PLAIN *",
                "S: 535 5.7.8 authentication failed",
                "C: <end>");
        try (ScriptedSmtp smtp = new ScriptedSmtp(refusal)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");
            workspace.write("secrets/smtp", "not-the-password\n");
            workspace.write(
                    "gazette.yaml",
                    TestWorkspace.settings(Options.smtp(smtp.port()))
                            .replace(
                                    "connections: 4", "connections: 1\n  user: lettre\n  password-file: secrets/smtp"));

            Typed typed = Typed.in(folder, SEND);

            assertThat(typed.code()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(typed.err()).contains("535 5.7.8", "password").doesNotContain("not-the-password");
            assertThat(tally().waiting()).isEqualTo(3);
        }
    }

    @Test
    void whatWaitedIsSentByTheNextSendAndNotComposedAgain() throws IOException {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(unusedPort()));
        workspace.article("un.txt", "Un titre");
        Typed.in(folder, SEND);

        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace.write("gazette.yaml", TestWorkspace.settings(Options.smtp(smtp.port())));
            Typed typed = Typed.in(folder, SEND);

            assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
            assertThat(smtp.arrived()).hasSize(3);
            assertThat(tally().in(DispatchState.ACCEPTED)).isEqualTo(3);
        }
    }

    @Test
    void withoutAReaderDryRunAndSendSayTheSame() {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(2525));
        workspace.article("un.txt", "Un titre");
        workspace.write("subscribers/la-gazette.csv", "address\n");

        Typed dryRun = Typed.in(folder, "send", "la-gazette", "--dry-run");
        Typed send = Typed.in(folder, SEND);

        assertThat(dryRun.out()).contains("0 readers", "Nobody subscribes", "la-gazette.csv");
        assertThat(send.out()).contains("Nothing to send: nobody subscribes to daily");
    }

    @Test
    void nothingNewIsNoErrorUnlessAskedFor() {
        TestWorkspace.make(folder, Options.smtp(2525));

        Typed usual = Typed.in(folder, SEND);
        Typed strict = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette", "--fail-if-empty");

        assertThat(usual.code()).isEqualTo(ExitCode.DONE);
        assertThat(usual.out()).contains("Nothing to send: no new article");
        assertThat(strict.code()).isEqualTo(ExitCode.NOTHING_TO_SEND);
    }

    @Test
    void aPortThatIsTakenEndsTheRunWithSix() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String settings = TestWorkspace.settings(Options.smtp(2525))
                    .replace("127.0.0.1:0", "127.0.0.1:" + taken.getLocalPort());
            TestWorkspace.make(folder, Options.smtp(2525)).write("gazette.yaml", settings);

            Typed typed = Typed.in(folder, "run");

            assertThat(typed.code()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(typed.err()).contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sink --smtp, 99999",
        "sink --smtp, -1",
        "sink --port, 65536",
        "sink --port, 4294967297",
        "sink --port, smtp",
        "demo --port, 99999",
        "preview --port, 99999",
        "preview --port, -1"
    })
    void aPortThatThereIsNotIsAMatterOfUsage(String command, String port) {
        TestWorkspace.make(folder, Options.smtp(2525));
        String[] words = command.split(" ");

        Typed typed = Typed.in(folder, words[0], "--no-open", words[1], port);

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .contains(words[1], "'" + port + "'", "give", "--help")
                .doesNotContain("bug", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview la-gazette --last", "schedule next --count", "articles ls --last", "send --limit"})
    void aWordInThePlaceOfANumberIsSaidWithoutWordsOfProgrammers(String command) {
        TestWorkspace.make(folder, Options.smtp(2525));

        Typed typed = Typed.in(folder, (command + " trois").split(" "));

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .contains("'trois' is no whole number: give one in digits")
                .doesNotContain(" int");
    }

    private Tally tally() {
        try (Store store = Store.openReadOnly(folder.resolve("data/gazette.db"), Clock.systemUTC())) {
            return store.outbox().tally(new EditionId("la-gazette", 1));
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }
}
