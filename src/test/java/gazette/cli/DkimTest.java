package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.cli.TestWorkspace.Options;
import gazette.config.SettingsFile;
import gazette.dkim.Keys;
import gazette.dkim.OtherVerifier;
import gazette.dkim.SigningDomain;
import gazette.sink.CaughtMessage;
import gazette.sink.Sink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a new key to a signed message, as people do it. */
final class DkimTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private TestWorkspace workspace = new TestWorkspace(Path.of(""));

    @BeforeEach
    void makeAWorkspace() {
        workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.article("un.txt", "Un titre");
    }

    /** Adds the line that {@code keygen} printed to the settings. */
    private void set(Typed keygen, String key) throws IOException {
        Matcher line = Pattern.compile("(?m)^  (" + key + ": \\{.*})$").matcher(keygen.out());
        assertThat(line.find()).as(keygen.out()).isTrue();
        Path settings = folder.resolve(SettingsFile.NAME);
        String before = Files.readString(settings, StandardCharsets.UTF_8);
        String after = key.equals("dkim")
                ? before + line.group(1) + "\n"
                : before.replaceFirst("(dkim: \\{.*)}", "$1, " + Matcher.quoteReplacement(line.group(1)) + "}");
        Files.writeString(settings, after, StandardCharsets.UTF_8);
    }

    private SigningDomain domain() {
        return SettingsFile.read(folder, Map.of(), cron -> Optional.empty())
                .settings()
                .orElseThrow()
                .dkim()
                .orElseThrow()
                .domain();
    }

    @Test
    void aKeyIsMadeNamedPublishedAndSigns() throws IOException, GeneralSecurityException {
        Typed rsa = Typed.in(folder, "dkim", "keygen");
        set(rsa, "dkim");
        Typed ed25519 = Typed.in(folder, "dkim", "keygen", "--ed25519");
        set(ed25519, "ed25519");
        Typed preview = Typed.in(folder, "preview", "--out", elsewhere.toString());

        assertThat(rsa.code()).as(rsa.err()).isEqualTo(ExitCode.DONE);
        assertThat(preview.code()).as(preview.err()).isEqualTo(ExitCode.DONE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/dkim-g1.pem"))))
                .isEqualTo("rw-------");
        assertThat(rsa.out())
                .contains("  dkim: {domain: example.org, selector: g1, key-file: secrets/dkim-g1.pem}")
                .contains("  g1._domainkey.example.org. IN TXT (\"v=DKIM1; k=rsa; p=")
                .contains(System.lineSeparator() + System.lineSeparator() + "For a form on the web");
        assertThat(ed25519.out()).contains("ed25519: {selector: g2, key-file: secrets/dkim-g2.pem}");
        byte[] eml = Files.readAllBytes(elsewhere.resolve("la-gazette-1.eml"));
        assertThat(new OtherVerifier(Keys.records(domain())).verdicts(eml)).containsExactly("pass", "pass");
    }

    @Test
    void whatIsSentIsSigned() throws IOException, GeneralSecurityException {
        try (Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            workspace.write("gazette.yaml", TestWorkspace.settings(Options.smtp(sink.smtpPort())));
            set(Typed.in(folder, "dkim", "keygen"), "dkim");

            Typed test = Typed.in(folder, "test", "la-gazette", "--to", "reader-9@example.org");
            Typed send = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette");

            assertThat(test.code()).as(test.err()).isEqualTo(ExitCode.DONE);
            assertThat(send.code()).as(send.err()).isEqualTo(ExitCode.DONE);
            assertThat(sink.messages()).hasSize(4);
            OtherVerifier verifier = new OtherVerifier(Keys.records(domain()));
            for (CaughtMessage caught : sink.messages()) {
                byte[] octets = caught.raw().getBytes(StandardCharsets.ISO_8859_1);
                assertThat(verifier.verdicts(octets)).containsExactly("pass");
            }
        }
    }

    @Test
    void aKeyIsNeverWrittenOverAndANewOneTakesTheNextSelector() throws IOException {
        set(Typed.in(folder, "dkim", "keygen"), "dkim");
        byte[] first = Files.readAllBytes(folder.resolve("secrets/dkim-g1.pem"));

        Typed again = Typed.in(folder, "dkim", "keygen", "--selector", "g1");
        Typed next = Typed.in(folder, "dkim", "keygen");

        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("a key is never written over");
        assertThat(Files.readAllBytes(folder.resolve("secrets/dkim-g1.pem"))).isEqualTo(first);
        assertThat(next.out()).contains("selector: g2", "secrets/dkim-g2.pem");
    }

    @Test
    void aKeyCanBeMadeWhenTheSettingsNameItAlready() throws IOException {
        Path settings = folder.resolve(SettingsFile.NAME);
        Files.writeString(
                settings,
                Files.readString(settings, StandardCharsets.UTF_8)
                        + "dkim: {domain: mail.example.org, selector: a, key-file: keys/a.pem}\n",
                StandardCharsets.UTF_8);

        Typed before = Typed.in(folder, "dkim", "record");
        Typed keygen = Typed.in(
                folder,
                "dkim",
                "keygen",
                "--selector",
                "a",
                folder.resolve("keys/a.pem").toString());
        Typed after = Typed.in(folder, "dkim", "record");

        assertThat(before.code()).isEqualTo(ExitCode.USAGE);
        assertThat(before.err()).contains("make it with `gazette dkim keygen`");
        assertThat(keygen.code()).as(keygen.err()).isEqualTo(ExitCode.DONE);
        assertThat(keygen.out()).contains("key-file: keys/a.pem");
        assertThat(after.out()).contains("  name   a._domainkey.mail.example.org\n  value  v=DKIM1; k=rsa; p=");
    }

    @Test
    void theRecordIsThereForPrograms() throws IOException {
        Typed keygen = Typed.in(folder, "dkim", "keygen", "--json", "--domain", "Été.example.org");
        set(Typed.in(folder, "dkim", "keygen", "--selector", "x1"), "dkim");

        Map<String, Object> record =
                JSON.std.mapFrom(Typed.in(folder, "dkim", "record", "--json").out());

        assertThat(JSON.std.mapFrom(keygen.out()))
                .containsEntry("name", "g1._domainkey.xn--t-9fab.example.org")
                .containsEntry("kind", "rsa");
        assertThat(record).containsEntry("domain", "example.org").containsKey("records");
        assertThat(String.valueOf(record.get("records"))).contains("x1._domainkey.example.org", "strings=[v=DKIM1");
    }

    @Test
    void withoutSettingsADomainIsAskedFor() {
        Typed nowhere = Typed.in(elsewhere, "dkim", "keygen");
        Typed wrong = Typed.in(elsewhere, "dkim", "keygen", "--domain", "not a domain");
        Typed selector = Typed.in(elsewhere, "dkim", "keygen", "--domain", "example.org", "--selector", "a b");
        Typed record = Typed.in(folder, "dkim", "record");

        assertThat(nowhere.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err()).contains("--domain");
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(selector.code()).isEqualTo(ExitCode.USAGE);
        assertThat(selector.err()).contains("letters, digits and hyphens");
        assertThat(record.code()).isEqualTo(ExitCode.USAGE);
        assertThat(record.err()).contains("gazette dkim keygen");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void checkSaysWhoSignsAndWhetherItHolds() throws IOException {
        Typed unsigned = Typed.in(folder, "check");
        Typed keygen = Typed.in(folder, "dkim", "keygen", "--domain", "example.net");
        set(keygen, "dkim");
        Files.setPosixFilePermissions(
                folder.resolve("secrets/dkim-g1.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        Typed foreign = Typed.in(folder, "check");
        Typed.in(folder, "preview", "--out", elsewhere.toString());
        Path eml = elsewhere.resolve("la-gazette-1.eml");
        Typed whole = Typed.in(folder, "check", eml.toString());
        String text = Files.readString(eml, StandardCharsets.ISO_8859_1);
        Files.writeString(eml, text.replace("Un titre", "Un autre titre"), StandardCharsets.ISO_8859_1);
        Typed changed = Typed.in(folder, "check", eml.toString());
        Files.writeString(eml, text.replaceAll("\\ADKIM-Signature:.*(\r\n\t.*)*\r\n", ""), StandardCharsets.ISO_8859_1);
        Typed bare = Typed.in(folder, "check", eml.toString());

        assertThat(unsigned.out()).contains("dkim-unsigned").doesNotContain("dkim-unaligned");
        assertThat(foreign.out())
                .contains("dkim-unaligned", "dkim-key-open")
                .doesNotContain("dkim-unsigned", "dkim-broken");
        assertThat(whole.out()).doesNotContain("[dkim-");
        assertThat(changed.out()).contains("dkim-broken");
        assertThat(changed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(bare.out()).contains("dkim-unsigned");
    }
}
