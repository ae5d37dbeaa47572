package gazette.feed;

import gazette.article.Block;
import gazette.article.LinkedPicture;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One item of a feed.
 *
 * @param id what the feed knows it by: GUID, Atom id, JSON Feed id, {@code rdf:about}; empty when it gives none
 * @param address where it can be read on the web, absolute, as the feed gives it: tracking parameters go with the article
 * @param title in plain words; empty when it has none
 * @param summary what the feed says in short, in plain words on one line; when it gives nothing else, the content is the
 *     same words
 * @param content the body, sanitised; empty when the feed gives a title alone
 * @param language what it or the feed says it is written in
 * @param author names, joined with commas; empty when nobody is named
 * @param credit who published it, when it is not the feed itself: the {@code source} of RSS and Atom; else empty
 * @param picture the one above the text: media, enclosure, iTunes image; empty when the body shows it itself
 */
public record FeedItem(
        String id,
        Optional<URI> address,
        String title,
        String summary,
        List<Block> content,
        Optional<Stamp> published,
        Optional<Stamp> updated,
        Optional<Locale> language,
        String author,
        String credit,
        List<String> categories,
        Optional<LinkedPicture> picture) {
    /**
     * A moment that a feed names.
     *
     * @param hasZone whether the feed said in which zone; else it was read as UTC
     * @param hasTime whether the feed gave a time of day
     */
    public record Stamp(Instant instant, boolean hasZone, boolean hasTime) {}

    public FeedItem {
        content = List.copyOf(content);
        categories = List.copyOf(categories);
    }
}
