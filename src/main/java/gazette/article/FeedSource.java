package gazette.article;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/**
 * A feed on the web: RSS, Atom or JSON Feed.
 *
 * @param address http or https, absolute, as the settings write it; where it has moved to is remembered apart
 * @param name what its articles are credited to; empty for the title that the feed has itself
 * @param zone where a date without a zone was written
 * @param every it is not asked more often, unless a person or a slot asks
 */
public record FeedSource(
        URI address,
        String name,
        ZoneId zone,
        SourceLanguage language,
        Duration every,
        FirstRun first,
        PrivateNetworks allowed)
        implements Source {
    /** What the key of every feed begins with. */
    static final String KEY = "feed:";

    @Override
    public String key() {
        return KEY + address;
    }
}
