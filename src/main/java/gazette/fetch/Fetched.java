package gazette.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What a request came to. */
public sealed interface Fetched permits Document, Fetched.Unchanged, Fetched.Gone, Fetched.Failed {
    /** It has not changed since (304). */
    record Unchanged(Optional<URI> moved) implements Fetched {}

    /** It is gone for good (410). */
    record Gone() implements Fetched {}

    /**
     * There is no document this time.
     *
     * @param why what is wrong, and what to do, as a sentence for a person
     * @param notBefore when the server wants to be asked again (429, 503 with Retry-After)
     */
    record Failed(String why, Optional<Instant> notBefore) implements Fetched {}
}
