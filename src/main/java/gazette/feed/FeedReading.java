package gazette.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed taken apart.
 *
 * @param format such as {@code RSS 2.0}, {@code Atom 1.0} or {@code JSON Feed 1.1}; empty when it is refused
 * @param encoding the charset that it was read in, such as {@code UTF-8}
 * @param title what it calls itself, in plain words; empty when it does not say
 * @param home the web page that it belongs to
 * @param language what it says it is written in
 * @param items in the order of the feed
 * @param refusal why it could not be read, and what to do; empty when it was
 */
public record FeedReading(
        String format,
        String encoding,
        String title,
        Optional<URI> home,
        Optional<Locale> language,
        List<FeedItem> items,
        String refusal) {
    public FeedReading {
        items = List.copyOf(items);
    }

    static FeedReading refused(String why) {
        return new FeedReading("", "", "", Optional.empty(), Optional.empty(), List.of(), why);
    }

    /** Whether it could be read. */
    public boolean isRead() {
        return refusal.isEmpty();
    }
}
