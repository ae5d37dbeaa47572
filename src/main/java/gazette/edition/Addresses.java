package gazette.edition;

import gazette.article.Origin;
import gazette.article.WebAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses are those of one article. Some feeds give all of their articles that of the front page: an address that
 * one source has twice, or that has no path, tells nothing.
 */
final class Addresses {
    private record Use(String source, String key) {}

    private final Map<Use, Origin> uses = new HashMap<>();
    private final Set<String> vague = new HashSet<>();

    Addresses(Shelf shelf) {
        shelf.candidates().forEach(candidate -> see(candidate.origin(), candidate.address()));
        shelf.sent().forEach(sent -> see(sent.origin(), sent.address()));
    }

    private void see(Origin origin, Optional<URI> address) {
        address.map(WebAddress::key).ifPresent(key -> {
            Origin before = uses.putIfAbsent(new Use(origin.source(), key), origin);
            if (before != null && !before.equals(origin)) {
                vague.add(key);
            }
        });
    }

    /** What other addresses of the same article have in common with this one; empty when it tells nothing. */
    Optional<String> key(Optional<URI> address) {
        return address.filter(Addresses::leadsSomewhere).map(WebAddress::key).filter(key -> !vague.contains(key));
    }

    private static boolean leadsSomewhere(URI address) {
        String path = address.getRawPath();
        return (path != null && path.length() > 1) || address.getRawQuery() != null;
    }
}
