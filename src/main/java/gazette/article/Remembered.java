package gazette.article;

import java.net.URI;
import java.util.Optional;

/**
 * What a store remembers of an article, to know it again by.
 *
 * @param origin the one that it came with first
 * @param fingerprint of its words of now
 * @param address of its words of now
 */
public record Remembered(Origin origin, String fingerprint, Optional<Published> published, Optional<URI> address) {
    /** Of an article that has just been read, under the origin that it came with first. */
    static Remembered of(Article article, Origin first) {
        return new Remembered(first, article.fingerprint(), article.published(), article.address());
    }

    /**
     * Whether {@code article} says what this one said. An article of a feed may have another date, and its address
     * another spelling.
     */
    boolean isStill(Article article) {
        return fingerprint.equals(article.fingerprint())
                || (article.origin().isOfFeed()
                        && fingerprint.equals(likeBefore(article).fingerprint()));
    }

    private Article likeBefore(Article article) {
        boolean sameAddress =
                address.map(WebAddress::key).equals(article.address().map(WebAddress::key));
        return new Article(
                article.origin(),
                article.language(),
                article.headline(),
                article.summary(),
                article.blocks(),
                published,
                article.byline(),
                article.credits(),
                sameAddress ? address : article.address(),
                article.picture(),
                article.categories(),
                article.topics());
    }
}
