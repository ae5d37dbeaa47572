package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gazette.edition.Variant;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessagesTest {
    @TempDir
    private Path folder;

    @Test
    void whatAReaderGetsIsWhatWasRenderedForThem() throws Exception {
        StoredEditions editions = new StoredEditions(Optional.of(Sample.edition()), List.of(Sample.variant()));
        Messages messages = new Messages(editions, Tokens.open(folder.resolve("secret.key")));
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            SmtpCourier courier =
                    new SmtpCourier(Sample.server(greenMail.getSmtp().getPort()), messages);
            Ledger ledger = new Ledger();

            courier.deliver(
                    List.of(Sample.dispatch(1), Sample.dispatch(2), Sample.dispatch(1))
                            .iterator(),
                    ledger);

            MimeMessage[] received = greenMail.getReceivedMessages();
            MimeMultipart alternative = (MimeMultipart) received[0].getContent();
            MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
            InternetAddress to = (InternetAddress) received[0].getAllRecipients()[0];
            assertThat(ledger.outcome(1)).get().isInstanceOf(Outcome.Accepted.class);
            assertThat(received).hasSize(3);
            assertThat(received[0].getSubject()).isEqualTo(Sample.variant().subject());
            assertThat(to.getPersonal()).isEqualTo("Zoé <du> \"Café\"");
            assertThat((String) alternative.getBodyPart(0).getContent()).contains("\r\n.un point en tête de ligne\r\n");
            assertThat((String) related.getBodyPart(0).getContent()).contains("é".repeat(2000));
            assertThat(Stream.of(received).map(MessagesTest::id).distinct())
                    .as("one identifier a reader, whatever the attempt")
                    .hasSize(2);
            assertThat(editions.reads())
                    .as("readings of the store for three letters")
                    .isEqualTo(1);
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void anEditionThatIsNotThereMakesNoLetter() {
        Messages messages = new Messages(
                new StoredEditions(Optional.empty(), List.of()), Tokens.open(folder.resolve("secret.key")));

        assertThat(messages.of(Sample.dispatch(1))).isInstanceOf(Made.Refused.class);
    }

    @Test
    void aReaderGetsTheirLanguageOrTheNewslettersOrWhateverThereIs() {
        Variant french = in(Locale.FRENCH);
        Variant english = in(Locale.ENGLISH);

        assertThat(Messages.variant(List.of(french, english), reader(Locale.UK), Locale.FRENCH))
                .isEqualTo(english);
        assertThat(Messages.variant(List.of(english, french), reader(Locale.GERMAN), Locale.FRENCH))
                .isEqualTo(french);
        assertThat(Messages.variant(List.of(english), reader(Locale.GERMAN), Locale.FRENCH))
                .isEqualTo(english);
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Variant in(Locale language) {
        return new Variant(language, "x", "<p>x</p>", "x\n", List.of());
    }

    private static Subscriber reader(Locale language) {
        Subscriber reader = Sample.reader(1);
        return new Subscriber(1, reader.address(), "", Optional.of(language), Optional.empty(), Map.of());
    }
}
