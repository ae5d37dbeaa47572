package gazette.fetch;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** A {@link Fetcher} without a network, for tests of who fetches. As safe for many threads as its answers are. */
public final class FakeFetcher implements Fetcher {
    private final Function<Request, Fetched> answers;

    public FakeFetcher(Function<Request, Fetched> answers) {
        this.answers = answers;
    }

    /** A document as a server would send it. */
    public static Document document(
            byte[] octets, URI address, Optional<URI> moved, Optional<String> etag, Optional<String> lastModified) {
        return new Document(octets, Optional.of("application/xml"), address, moved, etag, lastModified);
    }

    @Override
    public Fetched fetch(Request request) {
        return answers.apply(request);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
