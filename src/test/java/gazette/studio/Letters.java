package gazette.studio;

import gazette.sink.Sink;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Properties;

/** Messages with a text, a page and two pictures, sent to a sink. */
final class Letters {
    static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private Letters() {}

    static void to(Sink sink, String subject, String html) {
        Properties words = new Properties();
        words.setProperty("mail.smtp.host", "127.0.0.1");
        words.setProperty("mail.smtp.port", Integer.toString(sink.smtpPort()));
        words.setProperty("mail.smtp.localhost", "localhost");
        try {
            Transport.send(message(Session.getInstance(words), subject, html));
        } catch (MessagingException refused) {
            throw new AssertionError("the sink takes every message", refused);
        }
    }

    private static MimeMessage message(Session session, String subject, String html) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom("lettre@example.org");
        message.setRecipients(Message.RecipientType.TO, "reader-1@example.org");
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Bonjour à tous", "UTF-8");
        MimeBodyPart page = new MimeBodyPart();
        page.setContent(html, "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart(
                "related", text, page, part("image/png", "<une@x>"), part("image/svg+xml", "<page@x>")));
        return message;
    }

    private static MimeBodyPart part(String type, String contentId) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(PICTURE, type)));
        part.setHeader("Content-ID", contentId);
        return part;
    }
}
