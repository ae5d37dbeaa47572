package gazette.article;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One article as its source gave it, taken apart. Nothing of the text is lost or moved: what was not recognised is a
 * paragraph.
 *
 * @param headline empty when the text has none; readers then see {@link #title}
 * @param blocks the body in reading order; never empty
 * @param byline who wrote it, without «Par»; empty when nobody is named
 * @param credits the names of the source line, in its order: «Source : A, B»
 * @param address where it can be read on the web
 * @param topics from the front matter
 */
public record Article(
        Origin origin,
        Locale language,
        Optional<String> headline,
        List<Block> blocks,
        Optional<Published> published,
        String byline,
        List<String> credits,
        Optional<URI> address,
        Optional<Picture> picture,
        List<String> topics) {

    public Article {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("an article needs at least one block: " + origin);
        }
        blocks = List.copyOf(blocks);
        credits = List.copyOf(credits);
        topics = List.copyOf(topics);
    }

    /** The first paragraph (chapô), ornaments aside; empty when there is none. */
    public String lead() {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Block::text)
                .filter(Punctuation::saysSomething)
                .findFirst()
                .orElse("");
    }

    /** What stands above the article: its headline, or the beginning of its lead ({@link Title#from}). */
    public String title() {
        return headline.orElseGet(
                () -> Title.from(lead().isEmpty() ? blocks.get(0).text() : lead()));
    }

    /** A digest of everything a reader sees of it; the same text read twice has the same one. */
    public String fingerprint() {
        return Fingerprint.of(this);
    }
}
