package gazette.picture;

import gazette.article.PrivateNetworks;
import gazette.fetch.Fetcher;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How pictures are fetched. Whoever made the fetcher and the threads closes them.
 *
 * @param fetcher within {@link gazette.fetch.FetchLimits#PICTURE} as a rule
 * @param threads where servers are waited for; a host takes one at a time
 * @param patience how long an edition waits for all of its pictures; what comes later stays as it is written
 * @param allowed addresses inside one's own network that the source with this key may name
 */
public record PictureWeb(
        Fetcher fetcher, Executor threads, Duration patience, Function<String, PrivateNetworks> allowed) {
    /** What any of {@code sources} may name: they show the same picture. */
    PrivateNetworks allowed(Collection<String> sources) {
        return new PrivateNetworks(sources.stream()
                .sorted()
                .flatMap(source -> allowed.apply(source).entries().stream())
                .distinct()
                .toList());
    }
}
