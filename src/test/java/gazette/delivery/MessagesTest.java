package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Variant;
import gazette.render.Renderer;
import gazette.subscriber.Tokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessagesTest {
    @TempDir
    private Path folder;

    @Test
    void whatAReaderGetsIsWhatWasRenderedForThem() throws Exception {
        StoredEditions editions = new StoredEditions(List.of(Sample.edition()), List.of(Sample.variant()));
        Messages messages = new Messages(editions, press());
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
        Messages messages = new Messages(new StoredEditions(List.of(), List.of()), press());

        assertThat(messages.of(Sample.dispatch(1))).isInstanceOf(Made.Refused.class);
    }

    @Test
    void editionsThatAreSmallStayTogetherAndThoseThatAreLargeMakeRoomForEachOther() {
        Variant small = Sample.variant("x", "<p>x</p>", "x\n");
        Variant large = Sample.variant("x", "<p>" + "x".repeat(5_000_000) + "</p>", "x\n");

        assertThat(readingsOfTwoInTurn(small)).isEqualTo(2);
        assertThat(readingsOfTwoInTurn(large)).isEqualTo(4);
    }

    private int readingsOfTwoInTurn(Variant variant) {
        Edition one = Sample.edition();
        Edition other = Sample.edition(new EditionId("la-gazette", 8));
        StoredEditions editions = new StoredEditions(List.of(one, other), List.of(variant));
        Messages messages = new Messages(editions, press());
        for (EditionId id : List.of(one.id(), other.id(), one.id(), other.id())) {
            Dispatch dispatch = new Dispatch(new DispatchId(1), id, Sample.reader(1), 1, InDoubtPolicy.RETRY);
            assertThat(messages.of(dispatch)).isInstanceOf(Letter.class);
        }
        return editions.reads();
    }

    private Press press() {
        return new Press(Tokens.open(folder.resolve("secret.key")), new Renderer(folder));
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }
}
