package gazette.studio;

import gazette.edition.Inline;
import gazette.sink.CaughtMessage;
import gazette.sink.MimePart;
import gazette.web.SafeHeaders;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Hands out the parts of a caught message: pictures to be shown, anything else to be kept as a file. Nothing is decoded
 * but what was done for its transfer, so that a picture which grows in the unpacking costs this program nothing.
 */
final class MessageParts {
    private static final int LONGEST_NAME = 100;

    private MessageParts() {}

    static boolean isHarmlessPicture(MimePart part) {
        return Inline.isHarmless(part.mediaType());
    }

    /** The path by which the HTML of a message gets the picture of this content id (RFC 2392 section 2). */
    static Optional<String> path(CaughtMessage message, String contentId) {
        return Optional.ofNullable(message.inlines().get(contentId))
                .filter(MessageParts::isHarmlessPicture)
                .map(part -> "/inbox/" + message.id() + "/parts/" + part.number() + "?show");
    }

    /** As a picture on a page. */
    static void show(Context context, CaughtMessage message, MimePart part) {
        SafeHeaders.forMessage(context);
        context.contentType(part.mediaType()).result(message.content(part));
    }

    /** As a file, whatever it says that it is. */
    static void keep(Context context, CaughtMessage message, MimePart part) {
        String name = part.name().isBlank() ? "part-" + part.number() : part.name();
        keep(context, name, "application/octet-stream", message.content(part));
    }

    /** As a file of this name, of which nothing but letters, digits and a few signs is left (RFC 6266 section 4.3). */
    static void keep(Context context, String name, String type, byte[] content) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._()+-]+", "-").replaceAll("^[ .]+", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String encoded = URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
        SafeHeaders.forMessage(context);
        context.header(
                        "Content-Disposition",
                        "attachment; filename=\"" + cut.replaceAll("[^ -~]", "_") + "\"; filename*=UTF-8''" + encoded)
                .contentType(type)
                .result(content);
    }
}
