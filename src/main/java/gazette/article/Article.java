package gazette.article;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One article as its source gave it, taken apart. Nothing of the text is lost or moved: what was not recognised is a
 * paragraph.
 *
 * @param headline empty when the text has none; readers then see {@link #title}
 * @param summary what a feed says of the article beside its body, in plain words on one line; else empty
 * @param blocks the body in reading order; never empty
 * @param byline who wrote it, without «Par»; empty when nobody is named
 * @param credits the names of the source line, in its order: «Source : A, B»; for a feed what it is called
 * @param address where it can be read on the web, its canonical address, without what only follows readers about
 * @param picture the one above the text
 * @param categories as a feed files it
 * @param topics the newsletter's own, from the front matter
 */
public record Article(
        Origin origin,
        Locale language,
        Optional<String> headline,
        String summary,
        List<Block> blocks,
        Optional<Published> published,
        String byline,
        List<String> credits,
        Optional<URI> address,
        Optional<Picture> picture,
        List<String> categories,
        List<String> topics) {
    /** How many words people read in a minute, in French and English prose. */
    private static final int WORDS_A_MINUTE = 220;

    public Article {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("an article needs at least one block: " + origin);
        }
        blocks = List.copyOf(blocks);
        credits = List.copyOf(credits);
        categories = List.copyOf(categories);
        topics = List.copyOf(topics);
    }

    /** The same article with a picture above its text. */
    public Article with(Picture above) {
        return new Article(
                origin,
                language,
                headline,
                summary,
                blocks,
                published,
                byline,
                credits,
                address,
                Optional.of(above),
                categories,
                topics);
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

    /** The words of its body, without markup, a block a line. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /** How long it takes to read, in whole minutes, at least 1. */
    public int minutes() {
        int words = text().trim().split("\\s+").length;
        return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
    }

    /** A digest of everything a reader sees of it; the same text read twice has the same one. */
    public String fingerprint() {
        return Fingerprint.of(this);
    }
}
