package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Inline;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A letter as a mail program reads it. */
final class ReadLetter {
    private final Letter letter;
    private final MimeMessage message;
    private final Map<String, Integer> pictures = new TreeMap<>();
    private String text = "";
    private Optional<String> html = Optional.empty();

    private ReadLetter(Letter letter) {
        this.letter = letter;
        this.message = letter.message();
    }

    static ReadLetter of(Letter letter) throws MessagingException, IOException {
        ReadLetter read = new ReadLetter(letter);
        read.take((MimePart) read.message);
        return read;
    }

    /** What {@link #inlines} reads of a message with {@code inlines}. */
    static Map<String, Integer> pictures(List<Inline> inlines) {
        Map<String, Integer> pictures = new TreeMap<>();
        inlines.forEach(inline -> pictures.put(
                "<" + inline.contentId() + "> " + inline.picture().mediaType(),
                Arrays.hashCode(inline.picture().octets())));
        return pictures;
    }

    private void take(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = (MimeMultipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                take(inner);
            }
        } else if (part.isMimeType("text/plain")) {
            text = words(part);
        } else if (part.isMimeType("text/html")) {
            html = Optional.of(words(part));
        } else {
            String name = ((MimePart) part).getContentID() + " " + part.getContentType();
            pictures.put(name, Arrays.hashCode(part.getInputStream().readAllBytes()));
        }
    }

    private static String words(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    String subject() throws MessagingException {
        return message.getSubject();
    }

    String text() {
        return text;
    }

    Optional<String> html() {
        return html;
    }

    Map<String, Integer> inlines() {
        return pictures;
    }

    /** The name that it is addressed to; empty for none. */
    String name() throws MessagingException {
        InternetAddress to = (InternetAddress) message.getRecipients(MimeMessage.RecipientType.TO)[0];
        return to.getPersonal() == null ? "" : to.getPersonal();
    }

    String header(String name) throws MessagingException {
        return message.getHeader(name, "\n");
    }

    List<String> names() throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    /** What RFC 5322 section 2.1.1 and RFC 2045 section 6.7 ask of lines, and what DATA and mailboxes would change. */
    void assertPassesEveryServer() {
        String octets = new String(letter.octets(), StandardCharsets.ISO_8859_1);
        String body = octets.substring(octets.indexOf("\r\n\r\n"));

        assertThat(octets.replace("\r\n", "")).doesNotContain("\r", "\n", "\0");
        assertThat(octets).endsWith("\r\n");
        assertThat(octets.split("\r\n"))
                .filteredOn(line -> line.length() > 998 || line.startsWith(".") || line.startsWith("From "))
                .isEmpty();
        assertThat(body.split("\r\n"))
                .filteredOn(line -> line.length() > 76 || line.chars().anyMatch(c -> c >= 0x7F))
                .isEmpty();
    }
}
