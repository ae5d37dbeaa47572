package gazette.edition;

import gazette.article.Article;
import gazette.article.Origin;
import java.net.URI;
import java.util.Optional;

/**
 * What an edition of the cadence has told already.
 *
 * @param number of the edition
 * @param story the article that readers got
 * @param origin the same, or one that told the same story
 * @param text as {@link Candidate#text}; empty for one that only told the same
 * @param sketch empty when nothing is to be compared with it
 */
public record Sent(
        int number,
        Origin story,
        Origin origin,
        String title,
        Optional<URI> address,
        String text,
        Optional<Sketch> sketch) {
    /** How many days before the slot count: after a month a story that comes again is news again. */
    public static final int DAYS = 30;

    /** How many are looked at, the newest: as many as a month of twelve articles every four hours has. */
    public static final int MOST = 2_000;

    /** A story of an edition, with the text that readers got. */
    public static Sent story(int number, Article article, Selection selection) {
        Origin origin = article.origin();
        String text = Sieve.text(article);
        return new Sent(
                number,
                origin,
                origin,
                Sieve.brief(article.title()),
                article.address(),
                text,
                text.isEmpty() || selection.nearCopies().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Sketch.of(article)));
    }

    /** Another article that told this story: its address is known too. */
    public Sent copy(Origin other, Optional<URI> where) {
        return new Sent(number, story, other, title, where, "", Optional.empty());
    }

    /** Whether readers got the words that {@code article} has now. */
    public boolean hasWordsOf(Article article) {
        return text.equals(Sieve.text(article));
    }

    /** Whether it is what readers got, and not only one that told the same. */
    public boolean isStory() {
        return story.equals(origin);
    }
}
