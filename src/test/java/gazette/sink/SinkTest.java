package gazette.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SinkTest {
    private static final String HOST = "127.0.0.1";

    private Sink sink;
    private Session session;

    @BeforeEach
    void start() {
        sink = Sink.start(HOST, 0, Clock.systemUTC());
        Properties words = new Properties();
        words.setProperty("mail.smtp.host", HOST);
        words.setProperty("mail.smtp.port", Integer.toString(sink.smtpPort()));
        words.setProperty("mail.smtp.localhost", "localhost"); // else the resolver is asked for this machine's name
        words.setProperty("mail.from", "lettre@example.org");
        session = Session.getInstance(words);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void aDigestWithAPictureComesBackWithEveryWordAndOctet() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 13, 10, 26, 10};
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Le préfet a dit : « L’été sera long. »", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<h1>L’été</h1><img src=\"cid:une@example.org\">", "text/html; charset=UTF-8");
        MimeBodyPart image = new MimeBodyPart();
        image.setDataHandler(new DataHandler(new ByteArrayDataSource(picture, "image/png")));
        image.setHeader("Content-ID", "<une@example.org>");
        MimeMultipart related = new MimeMultipart("related", html, image);
        MimeBodyPart wrapped = new MimeBodyPart();
        wrapped.setContent(related);
        MimeMessage message = message("L’été — édition nº 1", "reader-1@example.org");
        message.setContent(new MimeMultipart("alternative", text, wrapped));

        Transport.send(message);

        List<CaughtMessage> caught = sink.messages();
        assertThat(caught).hasSize(1);
        CaughtMessage first = caught.get(0);
        assertThat(first.to()).isEqualTo("reader-1@example.org");
        assertThat(first.from()).isEqualTo("La Gazette <lettre@example.org>");
        assertThat(first.subject()).isEqualTo("L’été — édition nº 1");
        assertThat(first.text()).isEqualTo("Le préfet a dit : « L’été sera long. »");
        assertThat(first.html()).isEqualTo("<h1>L’été</h1><img src=\"cid:une@example.org\">");
        assertThat(first.inlines()).hasEntrySatisfying("une@example.org", part -> {
            assertThat(first.content(part)).isEqualTo(picture);
            assertThat(part.mediaType()).isEqualTo("image/png");
        });
        assertThat(first.header("list-id")).contains("La Gazette <la-gazette.example.org>");
        assertThat(first.octets()).isEqualTo(first.raw().length());
        assertThat(first.raw()).contains("Content-ID: <une@example.org>");
        assertThat(sink.inbox().message(first.id()))
                .hasValueSatisfying(again -> assertThat(again.raw()).isEqualTo(first.raw()));
    }

    @Test
    void everyRecipientHasAMailboxOfTheirOwn() throws Exception {
        for (int reader = 1; reader <= 3; reader++) {
            MimeMessage message = message("Édition", "reader-" + reader + "@example.org");
            message.setText("Bonjour " + reader, "UTF-8");
            Transport.send(message);
        }

        assertThat(sink.messages())
                .extracting(CaughtMessage::to)
                .containsExactlyInAnyOrder("reader-1@example.org", "reader-2@example.org", "reader-3@example.org");
        assertThat(sink.messages()).extracting(CaughtMessage::id).doesNotHaveDuplicates();
        assertThat(sink.messages()).allSatisfy(m -> assertThat(m.id()).matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void anEmptySinkHasNoMessages() {
        assertThat(sink.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "cmVhZGVyLTlAZXhhbXBsZS5vcmc-1", "a-1", "../../etc-1", "YQ-99999999999999999999", "é-1"
            })
    void anUnknownIdIsNoMessageAndMakesNoMailbox(String id) {
        assertThat(sink.inbox().message(id)).isEmpty();
        assertThat(sink.messages()).isEmpty();
    }

    @Test
    void aMessageThatNobodyCanDecodeIsStillShown() throws Exception {
        String broken = """
                From: =?nope?Q?x?=
                Subject: un
                 deux
                MIME-Version: 1.0
                Content-Type: text/plain; charset=no-such-charset

                bonjour
                """;
        MimeMessage message =
                new MimeMessage(session, new ByteArrayInputStream(broken.getBytes(StandardCharsets.US_ASCII)));

        Transport.send(message, InternetAddress.parse("reader-1@example.org"));

        assertThat(sink.messages()).singleElement().satisfies(caught -> {
            assertThat(caught.subject()).isEqualTo("un deux");
            assertThat(caught.from()).isEqualTo("=?nope?Q?x?=");
            assertThat(caught.text()).contains("bonjour");
            assertThat(caught.html()).isEmpty();
        });
    }

    @Test
    void theOldestMessagesMakeRoom() throws Exception {
        String megabyte = "0123456789abcde\n".repeat(1 << 16);
        for (int i = 0; i < 10; i++) {
            MimeMessage message = message("n° " + i, "reader-" + i % 2 + "@example.org");
            message.setText(megabyte, "US-ASCII");
            Transport.send(message);
        }

        List<String> subjects =
                sink.messages().stream().map(CaughtMessage::subject).toList();

        assertThat(subjects).hasSizeBetween(6, 8).contains("n° 9").doesNotContain("n° 0", "n° 1");
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Sink.start(HOST, port, Clock.systemUTC()))
                    .isInstanceOfSatisfying(
                            SinkPortTaken.class, e -> assertThat(e.port()).isEqualTo(port))
                    .hasMessageContaining(HOST + ":" + port);
        }
    }

    private MimeMessage message(String subject, String to) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("La Gazette <lettre@example.org>"));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Id", "La Gazette <la-gazette.example.org>");
        return message;
    }
}
