package gazette.delivery;

import gazette.mail.EmailAddress;
import gazette.mail.EnvelopeSender;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/**
 * One message on its way to one recipient: the envelope, and the octets that go into it. They may be signed no sooner than
 * somebody asks for them, which is costly once. Nobody sees a letter change; safe to use from many threads.
 */
public final class Letter implements Made {
    private final EnvelopeSender sender;
    private final EmailAddress recipient;
    private final boolean utf8;
    private final Enclosure message;
    private final Dots dots;

    /** What is known of the dots of a message. */
    enum Dots {
        /** One may begin a line. */
        ANYWHERE,
        /** None begins a line, and the last line is ended: such octets go out as they are. */
        INSIDE_LINES
    }

    /**
     * @param utf8 whether an address in the envelope or the headers needs SMTPUTF8 (RFC 6531 section 3.1)
     * @param octets lines ended by CRLF; kept, not copied
     */
    Letter(EnvelopeSender sender, EmailAddress recipient, boolean utf8, byte[] octets, Dots dots) {
        this(sender, recipient, utf8, new Enclosure.Open(Spliced.of(octets)), dots);
    }

    /** @param utf8 whether an address in the envelope or the headers needs SMTPUTF8 (RFC 6531 section 3.1) */
    Letter(EnvelopeSender sender, EmailAddress recipient, boolean utf8, Enclosure message, Dots dots) {
        this.sender = sender;
        this.recipient = recipient;
        this.utf8 = utf8;
        this.message = message;
        this.dots = dots;
    }

    public EnvelopeSender sender() {
        return sender;
    }

    public EmailAddress recipient() {
        return recipient;
    }

    /** Whether only a server that offers SMTPUTF8 can take it (RFC 6531 section 3.1). */
    public boolean needsSmtpUtf8() {
        return utf8;
    }

    /** How many octets {@link #octets} are; told without signing them. */
    public int size() {
        return message.size();
    }

    /** A copy of the octets as DATA carries them, before dots are stuffed: an {@code .eml} file. */
    public byte[] octets() {
        return message.octets().toByteArray();
    }

    /** What goes over the wire after 354. Signs, if that was not done yet: call it where there is something to wait for. */
    Content content() {
        Spliced octets = message.octets();
        return dots == Dots.INSIDE_LINES ? Content.ofDotless(octets) : Content.of(octets.toByteArray());
    }

    /** The message for reading; changing it changes nothing here. */
    public MimeMessage message() {
        try {
            return new MimeMessage(session(), new ByteArrayInputStream(octets()));
        } catch (MessagingException ownOctets) {
            throw new AssertionError("octets that were just made do not parse", ownOctets);
        }
    }

    /** Where an address needs it, headers hold UTF-8 as it is (RFC 6532). */
    private Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", String.valueOf(utf8));
        return Session.getInstance(properties);
    }
}
