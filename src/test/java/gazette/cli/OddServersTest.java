package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.ScriptedSmtp;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.delivery.TallyingSmtp.Manners;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads who sends through a server that is not as one would wish. */
@Timeout(60)
final class OddServersTest {
    private static final String[] TEST = {"test", "la-gazette", "--to", "reader-1@example.org"};
    private static final String[] SEND = {"send", "la-gazette", "--confirm", "la-gazette"};

    @TempDir
    private Path folder;

    private TestWorkspace workspace(int port, String smtp) {
        TestWorkspace.Options options = TestWorkspace.Options.smtp(port);
        TestWorkspace workspace = TestWorkspace.make(folder, options);
        workspace.write("password", "sésame\n");
        workspace.write(
                "gazette.yaml",
                TestWorkspace.settings(options)
                        .replace("  tls: none\n", smtp.replace("; ", "\n").indent(2))
                        .replace("connections: 4", "connections: 1"));
        workspace.article("un.txt", "Le premier titre");
        return workspace;
    }

    /** The same is said of a test and of an edition; both end with the same code, and nobody has an outcome. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tls: required | S: 220 mx/C: EHLO */S: 250-mx/S: 250 STARTTLS/C: STARTTLS/S: 220 go/tls"
                        + " | TLS failed: unable to find valid certification path to requested target. Nobody whom"
                        + " this Java trusts has signed the certificate",
                "tls: required | S: 220 mx/C: EHLO */S: 250 mx/C: <end>"
                        + " | TLS is asked for and the server does not offer STARTTLS: ask for its submission port",
                "tls: implicit | S: 220 mx/wait"
                        + " | TLS failed: Unsupported or unrecognized SSL message. The server begins in plain text",
                "tls: none | S: 220 mx/C: EHLO */S: 250-mx/S: 250 AUTH PLAIN/C: MAIL*"
                        + "/S: 530 5.7.0 Authentication required/C: <end>"
                        + " | 530 5.7.0 Authentication required. It wants a log-in: set smtp.user and"
                        + " smtp.password-file",
                "tls: none | S: 220 mx/C: EHLO */S: 250-mx/S: 250 STARTTLS/C: MAIL*"
                        + "/S: 530 5.7.0 Must issue a STARTTLS command first/C: <end>"
                        + " | 530 5.7.0 Must issue a STARTTLS command first. Set smtp.tls: required",
                "tls: none; user: lettre; password-file: password"
                        + " | S: 220 mx/C: EHLO */S: 250-mx/S: 250 AUTH PLAIN/C: AUTH*/S: 535 5.7.8 wrong/C: <end>"
                        + " | 535 5.7.8 wrong: check smtp.user and the password file",
                "tls: none; user: lettre; password-file: password | S: 220 mx/C: EHLO */S: 250 mx/C: <end>"
                        + " | the server offers no log-in: leave smtp.user out",
            })
    void whatAPersonHasToMendIsSaidAtOnce(String smtp, String script, String said) throws IOException {
        assertThat(unavailable(smtp, script, TEST)).contains(said);
        assertThat(unavailable(smtp, script, SEND)).contains(said);

        assertThat(Typed.in(folder, "editions", "show", "1").out()).contains("0/3 accepted");
    }

    private String unavailable(String smtp, String script, String... args) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(List.of(script.split("/", -1)))) {
            workspace(server.port(), smtp);

            Typed typed = Typed.in(folder, args);

            assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(typed.err())
                    .contains("The mail server 127.0.0.1:" + server.port() + " cannot be had: ")
                    .doesNotContain("cannot be had: 127.0.0.1");
            assertThat(typed.out()).doesNotContain("✔");
            return typed.err();
        }
    }

    @Test
    void aBannerThatDoesNotComeInTimeIsNamed() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(List.of("wait"))) {
            workspace(server.port(), "tls: none; timeouts: {connect: 9s, banner: 1s, reply: 9s}");

            Typed typed = Typed.in(folder, TEST);

            assertThat(typed.code()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(typed.err())
                    .contains("cannot be had: no greeting within 1.0 s (smtp.timeouts.banner)")
                    .contains("usually on port 465, wants smtp.tls: implicit");
        }
    }

    @Test
    void aBannerThatTakesItsTimeIsWaitedFor() throws IOException {
        List<String> script = new ArrayList<>(List.of("wait 1500ms"));
        script.addAll(message("reader-1", "C: QUIT", "S: 221 bye"));
        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            workspace(server.port(), "tls: none; timeouts: {connect: 1s, banner: 8s, reply: 1s}");

            Typed typed = Typed.in(folder, TEST);

            assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
            assertThat(server.objection()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S: 421 4.7.0 one is enough", "S: 451 4.7.0 one is enough", "drop"})
    void oneMessagePerConnectionDefersNobody(String end) throws IOException {
        List<String> script = new ArrayList<>();
        for (int reader = 1; reader <= 3; reader++) {
            boolean last = reader == 3;
            script.addAll(message(
                    "reader-" + reader, last ? "C: QUIT" : "C: MAIL*", last ? "S: 221 bye" : end, "connection"));
        }
        try (ScriptedSmtp server = new ScriptedSmtp(script.subList(0, script.size() - 1))) {
            workspace(server.port(), "tls: none");

            Typed typed = Typed.in(folder, SEND);

            assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
            assertThat(typed.out()).contains("✔ n° 1: 3 of 3 readers accepted");
            assertThat(server.objection()).isEmpty();
        }
    }

    /** A session with a server that offers nothing at all, up to the reply to the first message. */
    private static List<String> message(String reader, String... then) {
        List<String> script = new ArrayList<>(List.of(
                "S: 220 mx",
                "C: EHLO *",
                "S: 250 mx",
                "C: MAIL*",
                "S: 250 a",
                "C: RCPT TO:<" + reader + "@example.org>",
                "S: 250 b",
                "C: DATA",
                "S: 354 c",
                "C: <content>",
                "S: 250 d"));
        script.addAll(List.of(then));
        return script;
    }

    @Test
    void aServerThatTakesOnlySmallMessagesIsShownNoneAndThePersonIsTold() throws IOException {
        try (TallyingSmtp smtp = offering("SIZE 1000")) {
            workspace(smtp.port(), "tls: none");

            Typed test = Typed.in(folder, TEST);
            Typed send = Typed.in(folder, SEND);

            assertThat(smtp.arrived()).isEmpty();
            assertThat(test.code()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(test.out()).contains("did not take it for reader-1@example.org: the message has ", "takes 1000");
            assertThat(send.code()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(send.out())
                    .contains("✘ n° 1: 0 of 3 readers accepted", "suppressed 3 (too large 3)")
                    .contains("Who got none, and why: gazette editions show la-gazette/1");
        }
        assertThat(Typed.in(folder, "editions", "show", "1").out()).contains("too large", "the server takes 1000");
    }

    @Test
    void whoWasTooLargeForOneServerGetsItThroughAnother() throws IOException {
        try (TallyingSmtp small = offering("SIZE 1000")) {
            workspace(small.port(), "tls: none");
            assertThat(Typed.in(folder, SEND).out())
                    .contains("Once that is mended: gazette editions retry la-gazette/1");
        }
        try (TallyingSmtp large = offering("SIZE 1000000")) {
            workspace(large.port(), "tls: none");

            Typed others = Typed.in(folder, "editions", "retry", "1", "--state", "rejected,needs-smtputf8");
            Typed retry = Typed.in(folder, "editions", "retry", "1", "--state", "Too-Large", "--wait");

            assertThat(others.out()).contains("nobody to try again");
            assertThat(retry.code()).as(retry.err()).isEqualTo(ExitCode.DONE);
            assertThat(retry.err()).contains("n° 1: 3 too large will be tried again");
            assertThat(retry.out()).contains("✔ n° 1: 3 of 3 readers accepted");
            assertThat(large.arrived()).hasSize(3);
        }
        assertThat(Typed.in(folder, "editions", "retry", "1").out()).contains("nobody to try again");
    }

    @Test
    void anEndingThatNobodyKnowsIsRefusedWithThoseThatThereAre() {
        Typed typed = Typed.in(folder, "editions", "retry", "1", "--state", "left");

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("'left' is none of rejected, expired, held, too-large, needs-smtputf8");
    }

    @Test
    void whoeverNeedsSmtpUtf8IsLeftOutWithTheReasonAndTheOthersAreServed() throws IOException {
        try (TallyingSmtp smtp = offering("8BITMIME")) {
            workspace(smtp.port(), "tls: none")
                    .write(
                            "subscribers/la-gazette.csv",
                            "address,name\nreader-1@example.org,\nzoé@example.org,\nreader-3@élan.example.org,\n");

            Typed send = Typed.in(folder, SEND);

            assertThat(send.out()).contains("2 of 3 readers accepted", "suppressed 1 (needs smtputf8 1)");
            assertThat(smtp.arrived().values())
                    .extracting(TallyingSmtp.Arrived::recipient)
                    .containsExactlyInAnyOrder("reader-1@example.org", "reader-3@xn--lan-9la.example.org");
        }
        assertThat(Typed.in(folder, "editions", "show", "1").out())
                .contains("1  suppressed  needs smtputf8")
                .contains("suppressed  zoé@example.org  the server takes ASCII alone");
    }

    private static TallyingSmtp offering(String extension) throws IOException {
        return new TallyingSmtp(0, Faults.NONE, new Manners(List.of(extension), 0, 0, false, false));
    }
}
