package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.Dispatch;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.digest.RunOptions;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import gazette.sink.Sink;
import gazette.web.RawRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Secrets, and the addresses of readers, in whatever comes out of the studio: pages, the JSON, errors and logs. */
final class SecretsTest {
    private static final String PASSWORD = "canary-of-the-mail-server";
    private static final String READER = "canary-reader";
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");

    /** Where somebody looks for a reader, reads a message that is addressed to one, or the last words of a server. */
    private static final Pattern ABOUT_READERS =
            Pattern.compile("/editions/[^/]+/\\d+(?:/readers.*)?|/inbox.*|/api/v1/messages.*|/next/.*|/.*[?&]real=.*");

    @TempDir
    private Path folder;

    private final Log log = new Log();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private Sink sink;
    private StudioStage stage;
    private List<String> secrets;

    /** What is logged, as a file would have it. */
    private static final class Log extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }

    @BeforeEach
    void open() throws IOException {
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        root.getLoggerContext().getLogger("gazette").setLevel(Level.INFO);
        sink = Sink.start("127.0.0.1", 0, Clock.systemUTC());
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
        workspace.article("une.txt", "Un titre");
        workspace.write("secrets/smtp", PASSWORD);
        workspace.write("subscribers/la-gazette.csv", "address,name\n" + READER + "@example.org,Lectrice 1\n");
        Path key = workspace.write(
                "secrets/dkim.pem", Files.readString(Path.of("src/test/resources/gazette/dkim/rsa.pem")));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path settings = folder.resolve("gazette.yaml");
        workspace.write(
                "gazette.yaml",
                Files.readString(settings, StandardCharsets.UTF_8)
                                .replace("tls: none", "tls: none\n  user: lettre\n  password-file: secrets/smtp")
                        + "dkim: {domain: example.org, selector: g1, key-file: secrets/dkim.pem}\n");
        Letters.to(sink, "Été", "<p>Bonjour</p>");
        stage = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink));
        stage.run(SLOT, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        refuseEverybody();
        secrets = Stream.concat(
                        Stream.of(
                                PASSWORD,
                                Files.readString(folder.resolve("data/secret.key"), StandardCharsets.ISO_8859_1)),
                        Files.readString(key).lines().filter(line -> line.length() > 40))
                .map(String::strip)
                .toList();
        assertThat(secrets).hasSizeGreaterThan(10).allMatch(secret -> secret.length() > 15);
    }

    @AfterEach
    void close() {
        stage.close();
        sink.close();
        root.detachAppender(log);
        root.getLoggerContext().getLogger("gazette").setLevel(null);
    }

    /** The server names the reader, as they do. */
    private void refuseEverybody() {
        Epoch epoch = stage.store().outbox().enlist(Duration.ofMinutes(1));
        Journal journal =
                stage.store().outbox().journal(epoch, new RetryPolicy(Duration.ofHours(2), Duration.ofHours(4), 3));
        for (Dispatch dispatch : stage.store().outbox().claim(epoch, 10)) {
            journal.turn(Optional.empty(), Optional.of(dispatch));
            Outcome outcome = new Outcome.Rejected(
                    new SmtpReply(new ReplyCode(550), "5.1.1 <" + READER + "@example.org> no such reader"));
            journal.turn(Optional.of(new Settled(dispatch, outcome)), Optional.empty());
        }
        stage.store().outbox().leave(epoch);
    }

    @Test
    void noAnswerAndNoLineOfTheLogGivesAwayASecret() {
        for (String address : addresses()) {
            RawRequest.Answer answer = get(address);
            assertThat(answer.head() + answer.body()).as(address).doesNotContain(secrets);
        }
        assertThat(String.join("\n", log.lines)).doesNotContain(secrets);
    }

    @Test
    void theAddressOfAReaderIsOnlyWhereSomebodyLooksForReaders() {
        List<String> elsewhere = new ArrayList<>();
        List<String> about = new ArrayList<>();
        for (String address : addresses()) {
            RawRequest.Answer answer = get(address);
            if ((answer.head() + answer.body()).contains(READER)) {
                (ABOUT_READERS.matcher(address).matches() ? about : elsewhere).add(address);
            }
        }

        assertThat(elsewhere).isEmpty();
        assertThat(about).anyMatch(address -> address.endsWith("/readers"));
        assertThat(String.join("\n", log.lines)).doesNotContain(READER);
    }

    @Test
    void aPageThatFailsTellsTheReasonToTheLogAloneAndNobodysAddressToEither() {
        stage.sql("alter table dispatch rename column words to other_words");
        List<String> failed = new ArrayList<>();
        for (String address : addresses()) {
            RawRequest.Answer answer = get(address);
            if (answer.status() >= 500) {
                failed.add(address);
                assertThat(answer.body())
                        .as(address)
                        .doesNotContain("SQLITE", "gazette.store", "other_words", "select ", folder.toString(), READER)
                        .doesNotContain(secrets);
            }
        }

        assertThat(failed).isNotEmpty();
        assertThat(String.join("\n", log.lines))
                .contains("a page failed")
                .doesNotContain(READER)
                .doesNotContain(secrets);
    }

    @Test
    void wrongSettingsAreSaidWithoutWhatIsSecretInThem() throws IOException {
        Path settings = folder.resolve("gazette.yaml");
        Files.writeString(
                settings,
                Files.readString(settings, StandardCharsets.UTF_8)
                        .replace("password-file: secrets/smtp", "password: " + PASSWORD + "\n  passwort: " + PASSWORD),
                StandardCharsets.UTF_8);

        for (String address : List.of("/", "/schedule", "/editions", "/checks")) {
            assertThat(get(address).body()).as(address).doesNotContain(PASSWORD);
        }
        assertThat(String.join("\n", log.lines)).doesNotContain(PASSWORD);
    }

    private List<String> addresses() {
        SampleAddresses samples = SampleAddresses.of(sink, stage.port());
        return Stream.concat(
                        stage.studio().reads().stream().flatMap(path -> samples.of(path).stream()),
                        Stream.of(
                                "/nowhere",
                                "/style.css",
                                "/healthz",
                                "/articles?q=x&page=2",
                                "/?view=source",
                                "/?view=mime"))
                .filter(address -> !address.startsWith("/events"))
                .toList();
    }

    private RawRequest.Answer get(String address) {
        return RawRequest.to(
                stage.port(), "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    }
}
