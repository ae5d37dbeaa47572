package gazette.sink;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes one message apart. What cannot be decoded is shown as it came: the sink is where broken mail is looked at. */
final class MessageReader {
    /** Deeper than any mail that was written to be read. */
    private static final int MOST_NESTING = 16;

    private final Map<String, CaughtMessage.Part> inlines = new HashMap<>();
    private String html = "";
    private String text = "";

    private MessageReader() {}

    static CaughtMessage read(MessageKey key, Instant received, byte[] raw, Session session)
            throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw));
        MessageReader reader = new MessageReader();
        reader.walk(message, 0);
        return new CaughtMessage(
                key.toString(),
                key.address(),
                decoded(header(message, "From")),
                decoded(header(message, "Subject")),
                received,
                reader.html,
                reader.text,
                raw.length,
                headers(message),
                new String(raw, StandardCharsets.ISO_8859_1),
                reader.inlines);
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && depth < MOST_NESTING && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                walk(inner, depth + 1);
            }
        } else if (part.isMimeType("text/html") && html.isEmpty()) {
            html = words(part);
        } else if (part.isMimeType("text/plain") && text.isEmpty()) {
            text = words(part);
        } else {
            keepInline(part);
        }
    }

    private void keepInline(Part part) throws MessagingException, IOException {
        String[] contentId = part.getHeader("Content-ID");
        if (contentId != null) {
            String type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            inlines.put(contentId[0].strip().replaceAll("^<|>$", ""), new CaughtMessage.Part(type, octets(part)));
        }
    }

    private static String words(Part part) throws MessagingException, IOException {
        try {
            return part.getContent() instanceof String words ? words : new String(octets(part), StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException noSuchCharset) {
            return new String(octets(part), StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] octets(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    private static String header(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null ? "" : values[0];
    }

    private static String decoded(String header) {
        String line = MimeUtility.unfold(header);
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException noSuchCharset) {
            return line;
        }
    }

    private static List<CaughtMessage.Header> headers(MimeMessage message) throws MessagingException {
        List<CaughtMessage.Header> headers = new ArrayList<>();
        for (jakarta.mail.Header header : Collections.list(message.getAllHeaders())) {
            headers.add(new CaughtMessage.Header(header.getName(), MimeUtility.unfold(header.getValue())));
        }
        return headers;
    }
}
