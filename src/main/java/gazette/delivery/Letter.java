package gazette.delivery;

import gazette.mail.EmailAddress;
import gazette.mail.EnvelopeSender;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;

/** One message on its way to one recipient: the envelope, and the octets that go into it. Immutable. */
public final class Letter implements Made {
    private final EnvelopeSender sender;
    private final EmailAddress recipient;
    private final boolean utf8;
    private final byte[] octets;

    /**
     * @param utf8 whether an address in the envelope or the headers needs SMTPUTF8 (RFC 6531 section 3.1)
     * @param octets lines ended by CRLF; kept, not copied
     */
    Letter(EnvelopeSender sender, EmailAddress recipient, boolean utf8, byte[] octets) {
        this.sender = sender;
        this.recipient = recipient;
        this.utf8 = utf8;
        this.octets = octets;
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

    /** A copy of the octets as DATA carries them, before dots are stuffed: an {@code .eml} file. */
    public byte[] octets() {
        return octets.clone();
    }

    /** What goes over the wire after 354. */
    Content content() {
        return Content.of(octets);
    }

    /** The message for reading; changing it changes nothing here. */
    public MimeMessage message() {
        try {
            return new MimeMessage(MessageForm.session(utf8), new ByteArrayInputStream(octets));
        } catch (MessagingException ownOctets) {
            throw new AssertionError("octets that were just made do not parse", ownOctets);
        }
    }
}
