package gazette.article;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The articles that were picked up (port). Safe to use from many threads.
 *
 * <p>An article is known, inside its source, by the name of its {@link Origin}; or else by the same name spelled
 * otherwise, when the name is a web address ({@link WebAddress#key}); or else, in a feed, by its own web address, unless
 * several articles have it, or it is a bare host; or else by its {@link Article#fingerprint}. It keeps
 * the origin that it came with first, whatever it is called later.
 *
 * <p>Under another name it counts only while the reading does not hold it under its own: two names in one reading are
 * either two articles or a copy.
 *
 * <p>An article of a feed that came back with another date alone, or with the same address spelled otherwise, is as it
 * was: feeds that stamp everything with today are many, and nobody reads a date twice.
 */
public interface Articles {
    /** How the store knows an article that was just read. */
    enum Standing {
        /** Neither its origin nor its text is known. */
        NEW,
        /** It is known with another text. */
        EDITED,
        /** It is known with this text, or another article of the same source has or had this text. */
        KNOWN
    }

    /** How each of {@code read} is known, in the same order. Changes nothing. */
    List<Standing> standing(List<Article> read);

    /**
     * Stores what is new and replaces what was edited, in one commit; tells how each was known before. Done twice, the
     * second time stores nothing.
     *
     * @param read everything that each of its sources holds just now
     */
    default List<Standing> keep(List<Article> read) {
        return keep(read, Set.of());
    }

    /**
     * The same, but what is new among {@code old} is held back: it is known from now on and goes into no edition.
     *
     * @param read everything that each of its sources holds just now
     * @param old those of {@code read} that are not news
     */
    List<Standing> keep(List<Article> read, Set<Origin> old);

    /**
     * The articles with these origins, in the same order; each with the origin that it came with first.
     *
     * @throws IllegalStateException when one was never kept
     */
    List<Article> load(List<Origin> origins);

    /**
     * An article as lists show it.
     *
     * @param published when it says that it was published, or else when it was picked up
     * @param dated what it says of that itself
     * @param editions those that it went into, such as {@code la-gazette/12}, in the order of their numbers
     */
    record Listed(
            Origin origin,
            String title,
            Locale language,
            Instant published,
            Optional<Published> dated,
            List<String> editions) {
        public Listed {
            editions = List.copyOf(editions);
        }
    }

    /** The newest articles of the sources with these keys, newest first, at most {@code most}. */
    List<Listed> list(List<String> sources, int most);
}
