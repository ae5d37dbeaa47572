package gazette.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;

/** Jakarta Mail's message and parts, less everything that chance, the clock or the machine would put into them. */
final class MessageForm {
    private static final Session ASCII = newSession(false);
    private static final Session UTF_8 = newSession(true);

    private MessageForm() {}

    /**
     * A session for making and reading messages.
     *
     * @param utf8 whether headers may hold UTF-8 as it is (RFC 6532), which only SMTPUTF8 carries
     */
    static Session session(boolean utf8) {
        return utf8 ? UTF_8 : ASCII;
    }

    private static Session newSession(boolean utf8) {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", String.valueOf(utf8));
        return Session.getInstance(properties);
    }

    /** The octets of the message with these headers and this content. */
    static byte[] octets(Headers headers, MimeMultipart content, boolean utf8) throws MessagingException {
        Frozen message = new Frozen(session(utf8));
        message.setContent(content);
        headers.lines().forEach(message::addLine);
        ByteArrayOutputStream octets = new ByteArrayOutputStream(64 * 1024);
        try {
            message.writeTo(octets);
        } catch (IOException memoryDoesNotFail) {
            throw new MessagingException("the message cannot be written", memoryDoesNotFail);
        }
        return octets.toByteArray();
    }

    /** A part with these headers, which name its encoding, and these octets. */
    static MimeBodyPart part(Headers headers, byte[] octets, String encoding) throws MessagingException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(octets.length * 3 / 2);
        try (OutputStream out = MimeUtility.encode(encoded, encoding)) {
            out.write(octets);
        } catch (IOException memoryDoesNotFail) {
            throw new MessagingException("a part cannot be encoded", memoryDoesNotFail);
        }
        InternetHeaders fields =
                headers.tokens("Content-Transfer-Encoding", encoding).fields();
        return new MimeBodyPart(fields, encoded.toByteArray());
    }

    /** A multipart inside a part. */
    static MimeBodyPart nested(MimeMultipart content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    /**
     * A multipart whose boundary is given, not drawn by lot.
     *
     * @param boundary begins with {@code =_}, which quoted-printable and base64 never write (RFC 2045 section 6.7)
     */
    static MimeMultipart multipart(String subtype, String boundary, MimeBodyPart... parts) throws MessagingException {
        MimeMultipart multipart = new Bounded(subtype, boundary);
        for (MimeBodyPart part : parts) {
            multipart.addBodyPart(part);
        }
        return multipart;
    }

    private static final class Bounded extends MimeMultipart {
        Bounded(String subtype, String boundary) {
            super(subtype);
            contentType = "multipart/" + subtype + ";\r\n boundary=\"" + boundary + "\"";
        }
    }

    private static final class Frozen extends MimeMessage {
        Frozen(Session session) {
            super(session);
        }

        void addLine(String line) {
            headers.addHeaderLine(line);
        }

        /** The identifier is in the headers already. */
        @Override
        protected void updateMessageID() {}
    }
}
