package gazette.check;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Asks the web whether pages are there. Whoever fills it asks many at a time, by HEAD and then by GET, within a limit of
 * time, and never follows an address into a private network.
 */
@FunctionalInterface
public interface LinkProbe {
    /**
     * What is wrong with a page.
     *
     * @param why in words
     */
    record Doubt(Kind kind, String why) {}

    /** What a reader finds. */
    enum Kind {
        /** Nothing. */
        NO_PAGE,
        /** Perhaps a closed door: the server refuses to show it to a program that has not logged in. */
        REFUSED
    }

    /** Those of {@code addresses} about which there is a doubt; one that was not asked is not in it. */
    Map<URI, Doubt> doubts(Set<URI> addresses);
}
