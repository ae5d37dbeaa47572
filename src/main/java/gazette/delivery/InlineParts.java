package gazette.delivery;

import gazette.article.EmbeddedPicture;
import gazette.edition.Inline;
import gazette.mail.Percent;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pictures of one edition as parts of the messages that show them (RFC 2392, RFC 2183), each encoded once however
 * many variants show it. Safe to use from many threads.
 */
final class InlineParts {
    private static final Base64.Encoder BASE64 =
            Base64.getMimeEncoder(QuotedPrintable.MAX_LINE, new byte[] {'\r', '\n'});

    private final Map<String, byte[]> encoded = new ConcurrentHashMap<>();

    /** The part, header included, the same array each time; it is shown in place and has a name for those who save it. */
    byte[] of(Inline inline) {
        return encoded.computeIfAbsent(inline.contentId(), id -> encoded(inline));
    }

    /** What is kept, in octets. */
    long octets() {
        return encoded.values().stream().mapToLong(part -> part.length).sum();
    }

    private static byte[] encoded(Inline inline) {
        EmbeddedPicture picture = inline.picture();
        byte[] base64 = BASE64.encode(picture.octets());
        return new Octets(base64.length + 400)
                .add(new Headers()
                        .tokens("Content-Type", picture.mediaType())
                        .tokens("Content-ID", "<" + inline.contentId() + ">")
                        .tokens("Content-Disposition", "inline;", filename(name(inline)))
                        .tokens("Content-Transfer-Encoding", "base64")
                        .octets())
                .lineEnd()
                .add(base64)
                .toByteArray();
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
        return "filename*=UTF-8''" + Percent.encoded(name, "._-");
    }
}
