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
    /** Those of {@code addresses} that lead to no page, each with the reason in words; one that was not asked is not in it. */
    Map<URI, String> broken(Set<URI> addresses);
}
