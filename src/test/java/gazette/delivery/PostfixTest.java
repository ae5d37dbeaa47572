package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.dkim.Engine;
import gazette.dkim.Keys;
import gazette.dkim.Signer;
import gazette.render.Renderer;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a real Postfix, which refuses whatever ends a line by LF alone. */
@Tag("long")
@Timeout(300)
final class PostfixTest {
    private static final int MESSAGES = 500;

    @TempDir
    private Path folder;

    @TempDir
    private Path own;

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void nastyEditionsArriveOctetForOctetAndSigned(int window) throws Exception {
        List<Subscriber> readers = AnyEdition.readers(5321, MESSAGES);
        List<Letter> letters = letters(readers);
        Ledger ledger = new Ledger();
        Map<String, byte[]> arrived;
        try (Postfix postfix = Postfix.start(folder, Map.of())) {
            Parting parting = new SmtpCourier(server(postfix, window), d -> letter(letters, d))
                    .deliver(dispatches(readers).iterator(), ledger);

            assertThat(parting.kind()).as(parting.words()).isEqualTo(Parting.Kind.DONE);
            arrived = postfix.arrived(MESSAGES);
            assertThat(postfix.log("disconnect from")).contains((window > 1 ? "bdat=" : "data=") + MESSAGES);
        }

        assertThat(arrived).hasSize(MESSAGES);
        for (Letter letter : letters) {
            assertThat(text(Objects.requireNonNull(
                            arrived.get(letter.recipient().toString()))))
                    .isEqualTo(text(letter.octets()));
        }
        assertThat(IntStream.rangeClosed(1, MESSAGES))
                .allSatisfy(id -> assertThat(ledger.outcome(id)).get().isInstanceOf(Outcome.Accepted.class));
        assertThat(letters).anyMatch(Letter::needsSmtpUtf8);
        List<byte[]> messages = List.copyOf(arrived.values());
        Dkimpy.installed().takes(messages, own);
        try (Rspamd rspamd = Rspamd.start(own)) {
            for (byte[] message : messages.subList(0, 50)) {
                rspamd.takes(message);
            }
        }
    }

    @Test
    void itRefusesALineThatIsEndedByLfAlone() throws Exception {
        Ledger ledger = new Ledger();
        try (Postfix postfix = Postfix.start(folder, Map.of())) {
            Letter bare = new Letter(
                    Sample.letter(Sample.dispatch(1), 100).sender(),
                    Sample.reader(1).address(),
                    false,
                    "Subject: x\r\n\r\na\nb\r\n".getBytes(StandardCharsets.US_ASCII),
                    Letter.Dots.ANYWHERE);

            new SmtpCourier(server(postfix, 1), d -> bare)
                    .deliver(List.of(Sample.dispatch(1)).iterator(), ledger);
        }

        assertThat(ledger.outcome(1)).get().isInstanceOf(Outcome.Rejected.class);
        assertThat(ledger.outcome(1).orElseThrow().words()).contains("bare <LF> received");
    }

    @Test
    void aReaderBesideOneWhoNeedsSmtpUtf8IsServedAsEverAndAForeignDomainInAscii() throws Exception {
        List<Subscriber> readers = List.of(
                Sample.reader(1),
                Sample.reader(2, "zoé@example.org", "Zoé"),
                Sample.reader(3, "reader-3@élan.example.org", "Lectrice 3"));
        List<Letter> letters = letters(readers);
        Ledger ledger = new Ledger();
        try (Postfix postfix = Postfix.start(folder, Map.of())) {
            new SmtpCourier(server(postfix, 1), d -> letter(letters, d))
                    .deliver(dispatches(readers).iterator(), ledger);

            assertThat(postfix.arrived(3))
                    .containsOnlyKeys("reader-1@example.org", "zoé@example.org", "reader-3@xn--lan-9la.example.org");
            assertThat(postfix.log("disconnect from")).contains("data=3");
        }
        assertThat(letters).extracting(Letter::needsSmtpUtf8).containsExactly(false, true, false);
    }

    @Test
    void whoeverNeedsSmtpUtf8IsLeftOutWhereItIsNotOfferedAndTheOthersAreServed() throws Exception {
        List<Subscriber> readers =
                List.of(Sample.reader(1), Sample.reader(2, "zoé@example.org", "Zoé"), Sample.reader(3));
        List<Letter> letters = letters(readers);
        Ledger ledger = new Ledger();
        try (Postfix postfix = Postfix.start(folder, Map.of("smtputf8_enable", "no"))) {
            new SmtpCourier(server(postfix, 8), d -> letter(letters, d))
                    .deliver(dispatches(readers).iterator(), ledger);

            assertThat(postfix.arrived(2)).containsOnlyKeys("reader-1@example.org", "reader-3@example.org");
        }
        assertThat(ledger.outcome(2))
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Unsendable.class,
                        left -> assertThat(left.reason()).isEqualTo(SuppressionReason.NEEDS_SMTPUTF8));
    }

    @Test
    void overStarttlsItTakesMail() throws Exception {
        try (Postfix postfix = Postfix.start(folder, encrypted("permit"))) {
            Parting parting = submit(postfix, SmtpServer.Tls.REQUIRED, new Ledger());

            assertThat(parting.kind()).as(parting.words()).isEqualTo(Parting.Kind.DONE);
            assertThat(postfix.arrived(3)).hasSize(3);
            assertThat(postfix.log("disconnect from")).contains("starttls=1 mail=3 rcpt=3");
        }
    }

    @Test
    void inPlainTextWhereItWantsTlsNobodyIsRejected() throws Exception {
        Ledger ledger = new Ledger();
        try (Postfix postfix = Postfix.start(folder, encrypted("permit"))) {
            Parting parting = submit(postfix, SmtpServer.Tls.NONE, ledger);

            assertThat(parting)
                    .isEqualTo(new Parting(Parting.Kind.REFUSED, "530 5.7.0 Must issue a STARTTLS command first"));
        }
        assertThat(ledger.outcome(1)).get().isInstanceOf(Outcome.Deferred.class);
    }

    @Test
    void withoutALogInWhereOneIsNeededNobodyIsRejected() throws Exception {
        Ledger ledger = new Ledger();
        try (Postfix postfix = Postfix.start(folder, encrypted("permit_sasl_authenticated, reject"))) {
            submit(postfix, SmtpServer.Tls.REQUIRED, ledger);
        }

        assertThat(IntStream.rangeClosed(1, 3))
                .allSatisfy(id -> assertThat(ledger.outcome(id))
                        .get()
                        .isInstanceOfSatisfying(
                                Outcome.Deferred.class,
                                deferred -> assertThat(deferred.words()).contains("Access denied")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain           | AUTOMATIC | PLAIN",
                "login           | AUTOMATIC | LOGIN",
                "cram-md5        | AUTOMATIC | CRAM-MD5",
                "plain login cram-md5 | AUTOMATIC | PLAIN",
                "plain login cram-md5 | PLAIN     | PLAIN",
                "plain login cram-md5 | LOGIN     | LOGIN",
                "plain login cram-md5 | CRAM_MD5  | CRAM-MD5"
            })
    void itLetsInWhoLogsInOverStarttls(String offered, SmtpServer.Auth auth, String used) throws Exception {
        try (Dovecot dovecot = Dovecot.start(own, offered);
                Postfix postfix = Postfix.start(folder, submission(dovecot))) {
            Parting parting = submit(postfix, auth, Dovecot.PASSWORD, new Ledger());

            assertThat(parting.kind()).as(parting.words()).isEqualTo(Parting.Kind.DONE);
            assertThat(postfix.arrived(3)).hasSize(3);
            assertThat(postfix.log("sasl_username=" + Dovecot.USER))
                    .contains("sasl_method=" + used)
                    .hasLineCount(3);
            assertThat(postfix.log("disconnect from")).contains("starttls=1 auth=1 mail=3 rcpt=3");
        }
    }

    @Test
    void inPlainTextThePasswordGoesAsADigest() throws Exception {
        try (Dovecot dovecot = Dovecot.start(own, "plain login cram-md5");
                Postfix postfix = Postfix.start(folder, dovecot.asked())) {
            SmtpServer server = server(
                    "localhost",
                    postfix,
                    SmtpServer.Tls.NONE,
                    Optional.of(login(SmtpServer.Auth.AUTOMATIC, Dovecot.PASSWORD)),
                    SmtpServer.Sessions.STANDARD);

            Parting parting = submit(server, new Ledger());

            assertThat(parting.kind()).as(parting.words()).isEqualTo(Parting.Kind.DONE);
            assertThat(postfix.log("sasl_username=")).contains("sasl_method=CRAM-MD5");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpServer.Auth.class,
            names = {"AUTOMATIC", "PLAIN", "LOGIN", "CRAM_MD5"})
    void aWrongPasswordIsNamedAndNobodyHasAnOutcome(SmtpServer.Auth auth) throws Exception {
        Ledger ledger = new Ledger();
        try (Dovecot dovecot = Dovecot.start(own, "plain login cram-md5");
                Postfix postfix = Postfix.start(folder, submission(dovecot))) {
            Parting parting = submit(postfix, auth, "sésame 2", ledger);

            assertThat(parting.kind()).isEqualTo(Parting.Kind.REFUSED);
            assertThat(parting.words())
                    .startsWith("localhost:" + postfix.port() + ": 535 5.7.8 Error: authentication failed")
                    .endsWith(": check smtp.user and the password file");
            assertThat(postfix.log("disconnect from"))
                    .contains("starttls=1 auth=0/1")
                    .doesNotContain("mail=");
        }
        assertThat(IntStream.rangeClosed(1, 3))
                .allSatisfy(id -> assertThat(ledger.outcome(id)).isEmpty());
    }

    /** As a submission service that asks {@code dovecot}. */
    private Map<String, String> submission(Dovecot dovecot) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(encrypted("permit"));
        settings.putAll(dovecot.asked());
        settings.put("smtpd_tls_auth_only", "yes");
        return settings;
    }

    private SmtpServer.Login login(SmtpServer.Auth auth, String password) throws IOException {
        Path file = Files.writeString(own.resolve("password"), password + "\n", StandardCharsets.UTF_8);
        return new SmtpServer.Login(Dovecot.USER, file, auth);
    }

    /** As a submission service, which takes no plain text (RFC 8314 section 3.3). */
    private Map<String, String> encrypted(String whom) throws IOException {
        Path certificate = Files.writeString(own.resolve("certificate.pem"), Loopback.pem());
        return Map.of(
                "smtpd_tls_security_level",
                "encrypt",
                "smtpd_tls_chain_files",
                certificate.toString(),
                "smtpd_recipient_restrictions",
                whom);
    }

    private Parting submit(Postfix postfix, SmtpServer.Auth auth, String password, Ledger ledger) throws IOException {
        return submit(
                server(
                        "localhost",
                        postfix,
                        SmtpServer.Tls.REQUIRED,
                        Optional.of(login(auth, password)),
                        SmtpServer.Sessions.STANDARD),
                ledger);
    }

    private static Parting submit(Postfix postfix, SmtpServer.Tls tls, Ledger ledger) {
        return submit(server("localhost", postfix, tls, Optional.empty(), SmtpServer.Sessions.STANDARD), ledger);
    }

    private static Parting submit(SmtpServer server, Ledger ledger) {
        return new SmtpCourier(
                        server,
                        dispatch -> Sample.letter(dispatch, 3000),
                        Loopback.context().getSocketFactory())
                .deliver(LongStream.rangeClosed(1, 3).mapToObj(Sample::dispatch).iterator(), ledger);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private List<Letter> letters(List<Subscriber> readers) {
        Signer signer = new Signer(Keys.both(), Engine.fastest());
        Press press = new Press(Tokens.open(own.resolve("secret.key")), new Renderer(own), Optional.of(signer));
        AnyEdition editions = new AnyEdition(5321);
        List<Letter> letters = new ArrayList<>();
        for (Subscriber reader : readers) {
            CompiledEdition edition =
                    press.compile(editions.edition(letters.size()), Sample.rendering(editions.variant()));
            letters.add((Letter) edition.letter(reader, ""));
        }
        return letters;
    }

    private static Letter letter(List<Letter> letters, Dispatch dispatch) {
        return letters.get((int) dispatch.id().value() - 1);
    }

    private static List<Dispatch> dispatches(List<Subscriber> readers) {
        return readers.stream()
                .map(reader -> Sample.dispatch(reader.id(), reader))
                .toList();
    }

    private static SmtpServer server(Postfix postfix, int window) {
        return server(
                "127.0.0.1",
                postfix,
                SmtpServer.Tls.NONE,
                Optional.empty(),
                new SmtpServer.Sessions(window, 0, Duration.ofMinutes(5)));
    }

    private static SmtpServer server(
            String host,
            Postfix postfix,
            SmtpServer.Tls tls,
            Optional<SmtpServer.Login> login,
            SmtpServer.Sessions sessions) {
        return new SmtpServer(host, postfix.port(), tls, login, 1, Sample.timeouts(Duration.ofSeconds(20)), sessions);
    }
}
