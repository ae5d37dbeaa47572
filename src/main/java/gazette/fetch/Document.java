package gazette.fetch;

import java.net.URI;
import java.util.Optional;

/** A document that a server sent. Immutable. */
public final class Document implements Fetched {
    private final byte[] octets;
    private final Optional<String> contentType;
    private final URI address;
    private final Optional<URI> moved;
    private final Optional<String> etag;
    private final Optional<String> lastModified;

    /**
     * @param octets unpacked; taken over, not copied: nobody may change them
     * @param contentType as the server wrote it
     * @param address the one that answered, after all redirects
     * @param moved where the document has moved to for good: every redirect up to there was a 301 or a 308
     */
    Document(
            byte[] octets,
            Optional<String> contentType,
            URI address,
            Optional<URI> moved,
            Optional<String> etag,
            Optional<String> lastModified) {
        this.octets = octets;
        this.contentType = contentType;
        this.address = address;
        this.moved = moved;
        this.etag = etag;
        this.lastModified = lastModified;
    }

    /** The document itself: nobody may change it. */
    public byte[] octets() {
        return octets;
    }

    /** What the server says it is. */
    public Optional<String> contentType() {
        return contentType;
    }

    /** The address that answered, after all redirects. */
    public URI address() {
        return address;
    }

    /** Where it has moved to for good, if it has. */
    public Optional<URI> moved() {
        return moved;
    }

    /** What to ask with the next time (RFC 9110 section 8.8.3). */
    public Optional<String> etag() {
        return etag;
    }

    /** The same, as the server wrote it (RFC 9110 section 8.8.2). */
    public Optional<String> lastModified() {
        return lastModified;
    }
}
