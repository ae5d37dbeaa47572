package gazette.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What a request came to. */
public sealed interface Fetched permits Document, Fetched.There, Fetched.Unchanged, Fetched.Gone, Fetched.Failed {
    /** Something is there, and was not read: {@link Wanted#PAGE} asks for no more. */
    record There() implements Fetched {}

    /** It has not changed since (304). */
    record Unchanged(Optional<URI> moved) implements Fetched {}

    /** It is gone for good (410). */
    record Gone() implements Fetched {}

    /** What stands in the way of a document. */
    enum Obstacle {
        /** The server knows none at this address (404). */
        NOT_FOUND,
        /** It wants a login, money or a browser, or shows it to nobody (401, 402, 403, 451). */
        CLOSED,
        /** It wants to be asked less often (429). */
        BUSY,
        /** The address is none of the open web, or redirects to one that is not. */
        FORBIDDEN,
        /** Something that may be over the next time: the network, the server, or the rules of either. */
        TROUBLE
    }

    /**
     * There is no document this time.
     *
     * @param why what is wrong, and after a colon what to do when it is a feed, as a sentence for a person
     * @param notBefore when the server wants to be asked again (429, 503 with Retry-After)
     */
    record Failed(String why, Optional<Instant> notBefore, Obstacle obstacle) implements Fetched {
        public Failed(String why, Optional<Instant> notBefore) {
            this(why, notBefore, Obstacle.TROUBLE);
        }

        /** What is wrong, without what to do. */
        public String what() {
            int remedy = why.indexOf(": ");
            return remedy < 0 ? why : why.substring(0, remedy);
        }
    }
}
