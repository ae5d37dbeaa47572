package gazette.article;

import java.time.Instant;
import java.util.List;

/** The articles that were picked up (port). Safe to use from many threads. */
public interface Articles {
    /** How the store knows an article that was just read. */
    enum Standing {
        /** Neither its origin nor its text is known. */
        NEW,
        /** Its origin is known with another text. */
        EDITED,
        /** Its origin is known with this text, or another file of the same source has or had this text. */
        KNOWN
    }

    /** How each of {@code read} is known, in the same order. Changes nothing. */
    List<Standing> standing(List<Article> read);

    /**
     * Stores what is new and replaces what was edited, in one commit; tells how each was known before. Done twice, the
     * second time stores nothing.
     */
    List<Standing> keep(List<Article> read);

    /**
     * The articles with these origins, in the same order.
     *
     * @throws IllegalStateException when one was never kept
     */
    List<Article> load(List<Origin> origins);

    /**
     * An article as lists show it.
     *
     * @param published when it says that it was published, or else when it was picked up
     * @param editions those that it went into, such as {@code la-gazette/12}, in the order of their numbers
     */
    record Listed(Origin origin, String title, Instant published, List<String> editions) {
        public Listed {
            editions = List.copyOf(editions);
        }
    }

    /** The newest articles of the sources with these keys, newest first, at most {@code most}. */
    List<Listed> list(List<String> sources, int most);
}
