package gazette.check;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a message's octets apart. What cannot be decoded is shown as it came: broken mail is what is looked for here. */
public final class Dissection {
    /** Deeper than any mail that was written to be read. */
    private static final int MOST_NESTING = 16;

    private static final Pattern FIELD = Pattern.compile("(?m)^([!-9;-~]+)[ \\t]*:[^\\n]*(?:\\n[ \\t][^\\n]*)*");
    private static final Session SESSION = session();

    private final String raw;
    private final List<HeaderField> headers;
    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable HtmlPart html;
    private @Nullable String text;

    /**
     * A part, or the message itself.
     *
     * @param depth 0 for the message
     * @param mediaType such as {@code text/html}, in lower case
     * @param charset as it is written; empty when nothing is
     * @param encoding for transfer, in lower case; empty when nothing is written
     * @param octets its content's size as the message carries it
     */
    public record Piece(int depth, String mediaType, String charset, String encoding, int octets) {}

    private Dissection(String raw) {
        this.raw = raw;
        this.headers = headers(raw);
    }

    static Dissection of(byte[] octets) {
        Dissection dissection = new Dissection(new String(octets, StandardCharsets.ISO_8859_1));
        try {
            dissection.walk(new MimeMessage(SESSION, new ByteArrayInputStream(octets)), octets.length, 0);
        } catch (MessagingException | IOException notAMessage) {
            dissection.pieces.add(new Piece(0, "", "", "", octets.length));
        }
        return dissection;
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.mime.decodetext.strict", "false");
        return Session.getInstance(properties);
    }

    String raw() {
        return raw;
    }

    List<HeaderField> headers() {
        return headers;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    Optional<HtmlPart> html() {
        return Optional.ofNullable(html);
    }

    String text() {
        return text == null ? "" : text;
    }

    private void walk(Part part, int octets, int depth) throws MessagingException, IOException {
        pieces.add(new Piece(depth, type(part), charset(part), encoding(part), octets));
        if (part.isMimeType("multipart/*") && depth < MOST_NESTING && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                walk(inner, size(inner), depth + 1);
            }
        } else if (part.isMimeType("text/html") && html == null) {
            html = new HtmlPart(words(part), depth == 0 ? bodyOctets() : octets);
        } else if (part.isMimeType("text/plain") && text == null) {
            text = words(part).replace("\r\n", "\n");
        }
    }

    /** What follows the head. */
    private int bodyOctets() {
        Matcher end = Pattern.compile("\r?\n\r?\n").matcher(raw);
        return end.find() ? raw.length() - end.end() : 0;
    }

    private static int size(BodyPart part) throws MessagingException, IOException {
        if (part instanceof MimeBodyPart body && !part.isMimeType("multipart/*")) {
            try (InputStream encoded = body.getRawInputStream()) {
                return encoded.readAllBytes().length;
            }
        }
        return Math.max(0, part.getSize());
    }

    private static String type(Part part) throws MessagingException {
        return part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String charset(Part part) throws MessagingException {
        Matcher charset = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\";\\s]+)").matcher(part.getContentType());
        return charset.find() ? charset.group(1) : "";
    }

    private static String encoding(Part part) throws MessagingException {
        String[] written = part.getHeader("Content-Transfer-Encoding");
        return written == null ? "" : written[0].strip().toLowerCase(Locale.ROOT);
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

    private static List<HeaderField> headers(String raw) {
        int end = raw.indexOf("\r\n\r\n");
        int bare = raw.indexOf("\n\n");
        int stop = end >= 0 && (bare < 0 || end < bare) ? end : bare;
        Matcher field = FIELD.matcher(stop < 0 ? raw : raw.substring(0, stop));
        List<HeaderField> headers = new ArrayList<>();
        while (field.find()) {
            headers.add(field(field.group(1), field.group().replaceFirst("\r$", "")));
        }
        return List.copyOf(headers);
    }

    private static HeaderField field(String name, String raw) {
        HeaderField field = new HeaderField(name, raw, "");
        String utf8 = new String(field.content().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new HeaderField(name, raw, decoded(utf8));
    }

    private static String decoded(String content) {
        try {
            return MimeUtility.decodeText(content);
        } catch (UnsupportedEncodingException noSuchCharset) {
            return content;
        }
    }
}
