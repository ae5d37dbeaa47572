package gazette.feed;

import java.net.URI;
import java.util.Optional;

/**
 * Reads a feed document, whatever state it is in. Touches no network and no file; never throws for what the document
 * says; memory and time are in proportion to its size, both capped. Safe to use from many threads.
 */
public final class FeedReader {
    private FeedReader() {}

    /**
     * Takes a feed apart.
     *
     * @param contentType what the server said it is
     * @param address where it came from: what relative links are relative to, unless the feed says otherwise
     */
    public static FeedReading read(byte[] octets, Optional<String> contentType, URI address) {
        Scan scan = Scan.of(octets, contentType);
        if (!scan.refusal().isEmpty()) {
            return FeedReading.refused(scan.refusal());
        }
        return FeedReading.refused("not built yet: " + address);
    }
}
