package gazette.delivery;

import gazette.article.EmbeddedPicture;
import gazette.edition.Inline;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A picture as a part of the message that shows it (RFC 2392, RFC 2183). */
final class InlinePart {
    private InlinePart() {}

    /** The part; it is shown in place and has a name for those who save it. */
    static MimeBodyPart of(Inline inline) throws MessagingException {
        EmbeddedPicture picture = inline.picture();
        Headers headers = new Headers()
                .tokens("Content-Type", picture.mediaType())
                .tokens("Content-ID", "<" + inline.contentId() + ">")
                .tokens("Content-Disposition", "inline;", filename(name(inline)));
        return MessageForm.part(headers, picture.octets(), "base64");
    }

    private static String name(Inline inline) {
        String id = inline.contentId();
        String stem = id.contains("@") ? id.substring(0, id.indexOf('@')) : id;
        String kind = inline.picture().mediaType().replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
        return stem + "." + (kind.equals("jpeg") ? "jpg" : kind);
    }

    /** The parameter; beyond plain ASCII in the form of RFC 2231 section 4. */
    static String filename(String name) {
        if (name.matches("[A-Za-z0-9._-]{1,60}")) {
            return "filename=" + name;
        }
        StringBuilder encoded = new StringBuilder("filename*=UTF-8''");
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
        }
        return encoded.toString();
    }
}
