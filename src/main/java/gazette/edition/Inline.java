package gazette.edition;

import gazette.article.EmbeddedPicture;
import java.util.Set;

/**
 * A picture inside a message.
 *
 * @param contentId what {@code cid:} and Content-ID say, without angle brackets (RFC 2392)
 */
public record Inline(String contentId, EmbeddedPicture picture) {
    private static final Set<String> HARMLESS = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /**
     * Whether a browser may be given this as what it says that it is: a picture that can hold neither a script nor a link,
     * as SVG can.
     *
     * @param mediaType in lower case, without parameters
     */
    public static boolean isHarmless(String mediaType) {
        return HARMLESS.contains(mediaType);
    }

    /** Such as {@code image/png}. */
    public String mediaType() {
        return picture.mediaType();
    }

    /** The file, as it was drawn for the edition. */
    public byte[] octets() {
        return picture.octets();
    }
}
