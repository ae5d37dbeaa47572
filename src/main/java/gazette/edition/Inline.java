package gazette.edition;

import gazette.article.EmbeddedPicture;

/**
 * A picture inside a message.
 *
 * @param contentId what {@code cid:} and Content-ID say, without angle brackets (RFC 2392)
 */
public record Inline(String contentId, EmbeddedPicture picture) {
    /** Such as {@code image/png}. */
    public String mediaType() {
        return picture.mediaType();
    }

    /** The file, as it was drawn for the edition. */
    public byte[] octets() {
        return picture.octets();
    }
}
