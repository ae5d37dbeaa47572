package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.EditionKey;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import gazette.edition.Variant;
import gazette.mail.EmailAddress;
import gazette.mail.EnvelopeSender;
import gazette.mail.HeaderText;
import gazette.mail.MessageId;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Token;
import gazette.subscriber.Tokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes one reader's letter of a variant. The octets depend on the edition, the variant and the reader alone: neither
 * clock, chance nor machine is in them, so a second attempt is the same letter. Needs no store. Safe to use from many
 * threads.
 */
public final class Press {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.US);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Tokens tokens;

    public Press(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The letter to {@code reader}, or why there is none: a value with a line break where a header would take it, or
     * half a character.
     *
     * @param prefix put before the subject, such as {@code "[TEST] "}; a letter with another one is another letter
     *     (RFC 5322 section 3.6.4), so a test never makes a receiver drop the real one as a copy
     */
    public Made letter(Edition edition, Variant variant, Subscriber reader, String prefix) {
        try {
            return made(edition, variant, reader, prefix);
        } catch (MessagingException | CharacterCodingException | IllegalArgumentException reason) {
            return new Made.Refused(new Outcome.Unsendable(
                    SuppressionReason.CANNOT_BE_RENDERED, "reader " + reader.id() + ": " + reason.getMessage()));
        }
    }

    private Letter made(Edition edition, Variant variant, Subscriber reader, String prefix)
            throws MessagingException, CharacterCodingException {
        Masthead masthead = edition.masthead();
        String unsubscribe = unsubscribe(masthead, reader);
        ReaderFields fields = new ReaderFields(reader, variant.language(), unsubscribe);
        boolean utf8 =
                reader.address().needsSmtpUtf8() || masthead.from().address().needsSmtpUtf8();

        Headers headers = new Headers()
                .address("From", masthead.from().name(), masthead.from().address())
                .address("To", HeaderText.checked("the name", reader.name()), reader.address());
        masthead.replyTo().ifPresent(to -> headers.address("Reply-To", to.name(), to.address()));
        headers.text("Subject", prefix + fields.fill(variant.subject()))
                .tokens("Date", date(edition.composedAt(), masthead.zone()))
                .tokens("Message-ID", messageId(edition, reader, prefix).toString());
        listFields(headers, edition, variant, unsubscribe);
        byte[] octets = MessageForm.octets(headers, content(edition, variant, fields), utf8);
        return new Letter(EnvelopeSender.of(masthead.from().address()), reader.address(), utf8, octets);
    }

    /** {@code variant} with {@code reader}'s fields in place of its markers, as the letter carries it. */
    public Variant filled(Edition edition, Variant variant, Subscriber reader) {
        ReaderFields fields = new ReaderFields(reader, variant.language(), unsubscribe(edition.masthead(), reader));
        return new Variant(
                variant.language(),
                fields.fill(variant.subject()),
                fields.fillHtml(variant.html()),
                fields.fill(variant.text()),
                variant.inlines());
    }

    private String unsubscribe(Masthead masthead, Subscriber reader) {
        return masthead.web()
                + "/unsubscribe/"
                + tokens.sign(new Token(Token.Purpose.UNSUBSCRIBE, masthead.newsletter(), reader.id()));
    }

    private static void listFields(Headers headers, Edition edition, Variant variant, String unsubscribe) {
        Masthead masthead = edition.masthead();
        headers.phrase("List-Id", masthead.name(), "<" + masthead.listId().identifier() + ">");
        if (isOneClick(masthead.web())) {
            headers.tokens("List-Unsubscribe", "<" + unsubscribe + ">")
                    .tokens("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        headers.tokens("Precedence", "bulk")
                .tokens("Auto-Submitted", "auto-generated")
                .tokens("Feedback-ID", feedbackId(edition))
                .tokens("Content-Language", variant.language().toLanguageTag());
    }

    /** RFC 8058 section 3.1 asks for https; on this machine alone, where the demo lives, http will do. */
    private static boolean isOneClick(URI web) {
        boolean https = "https".equals(web.getScheme());
        boolean here = web.getHost() != null && LOOPBACK.contains(web.getHost());
        return https || (here && "http".equals(web.getScheme()));
    }

    private static MimeMultipart content(Edition edition, Variant variant, ReaderFields fields)
            throws MessagingException, CharacterCodingException {
        String boundary = "=_"
                + digest("boundary", edition, variant.language().toLanguageTag())
                        .substring(0, 24);
        MimeBodyPart text = textPart("plain", fields.fill(variant.text()));
        MimeBodyPart html = textPart("html", fields.fillHtml(variant.html()));
        if (!variant.inlines().isEmpty()) {
            html = MessageForm.nested(related(boundary, html, variant.inlines()));
        }
        return MessageForm.multipart("alternative", boundary + ".a", text, html);
    }

    private static MimeBodyPart textPart(String subtype, String words)
            throws MessagingException, CharacterCodingException {
        Headers headers = new Headers().tokens("Content-Type", "text/" + subtype + ";", "charset=UTF-8");
        return MessageForm.part(headers, utf8(words), "quoted-printable");
    }

    /** The HTML part with what it shows (RFC 2387). */
    private static MimeMultipart related(String boundary, MimeBodyPart html, List<Inline> inlines)
            throws MessagingException {
        MimeMultipart related = MessageForm.multipart("related", boundary + ".r", html);
        for (Inline inline : inlines) {
            related.addBodyPart(InlinePart.of(inline));
        }
        return related;
    }

    /** Strict, so that half a character is found out instead of becoming a question mark. */
    private static byte[] utf8(String words) throws CharacterCodingException {
        try {
            ByteBuffer octets = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(words));
            byte[] bytes = new byte[octets.remaining()];
            octets.get(bytes);
            return bytes;
        } catch (CharacterCodingException half) {
            throw new IllegalArgumentException("a field holds half a character", half);
        }
    }

    private static String date(Instant composedAt, ZoneId zone) {
        return DATE.format(composedAt.atZone(zone));
    }

    /**
     * The time of composing is in it, because a store that was begun anew numbers its editions and readers from 1 again:
     * with the number alone a receiver would take the new edition for a copy of an old one.
     */
    private static MessageId messageId(Edition edition, Subscriber reader, String prefix) {
        EmailAddress from = edition.masthead().from().address();
        return new MessageId(
                digest("message", edition, reader.id() + "/" + prefix).substring(0, 40) + "@" + from.domain());
    }

    private static String digest(String purpose, Edition edition, String rest) {
        EditionKey key = edition.key();
        String facts = String.join(
                "\n",
                purpose,
                edition.id().toString(),
                key.cadence(),
                key.slot().toString(),
                edition.composedAt().toString(),
                rest);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    /** {@code edition:newsletter:cadence:sender}, of which receivers read the last as the name of the sender. */
    private static String feedbackId(Edition edition) {
        String domain = edition.masthead().from().address().domain();
        return edition.number() + ":" + edition.id().newsletter() + ":"
                + edition.key().cadence() + ":" + domain;
    }
}
