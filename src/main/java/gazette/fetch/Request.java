package gazette.fetch;

import gazette.article.PrivateNetworks;
import java.net.URI;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param etag of what one has already
 * @param lastModified of what one has already, as the server wrote it
 * @param allowed addresses inside one's own network that are meant
 */
public record Request(
        URI address, Wanted wanted, Optional<String> etag, Optional<String> lastModified, PrivateNetworks allowed) {
    /** A feed. */
    public Request(URI address, Optional<String> etag, Optional<String> lastModified, PrivateNetworks allowed) {
        this(address, Wanted.FEED, etag, lastModified, allowed);
    }

    /** A picture of which one has nothing yet. */
    public static Request picture(URI address, PrivateNetworks allowed) {
        return new Request(address, Wanted.PICTURE, Optional.empty(), Optional.empty(), allowed);
    }

    /** Whether a page of the open web is there. */
    public static Request page(URI address) {
        return new Request(address, Wanted.PAGE, Optional.empty(), Optional.empty(), PrivateNetworks.NONE);
    }
}
