package gazette.edition;

import gazette.article.Origin;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What choosing needs to know of an article that could be in an edition: a few small facts, never its text.
 *
 * @param title cut where it is long
 * @param language of its text
 * @param teller what readers know its source by: its first credit, or else its source's name
 * @param source the place of its source among the newsletter's supplies, from 0
 * @param history since when it could be, and what became of it before
 * @param out why it may not be in this edition, in words; empty when it may
 * @param topics its own, its source's, and those that it has by rule
 * @param leads whether it fits the rule of what may stand first
 * @param text a digest of its title and body; empty when it has no words
 * @param sketch empty when nothing is to be compared with it
 */
public record Candidate(
        Origin origin,
        String title,
        Locale language,
        String teller,
        Optional<URI> address,
        int source,
        History history,
        String out,
        List<String> topics,
        boolean leads,
        String text,
        Optional<Sketch> sketch) {
    /**
     * What became of an article so far.
     *
     * @param since when it says that it was published, or else when it was picked up; of an update, when the new text
     *     was picked up
     * @param passedOver whether an earlier edition of the cadence had no room for it
     * @param isUpdate whether readers had an earlier text of it
     */
    public record History(Instant since, boolean passedOver, boolean isUpdate) {
        /** Of an article that readers never had and no edition has passed over. */
        public static History fresh(Instant since) {
            return new History(since, false, false);
        }
    }

    public Candidate {
        topics = List.copyOf(topics);
    }

    /** See {@link History#since}. */
    public Instant since() {
        return history.since();
    }

    /** See {@link History#passedOver}. */
    public boolean passedOver() {
        return history.passedOver();
    }

    /** See {@link History#isUpdate}. */
    public boolean isUpdate() {
        return history.isUpdate();
    }
}
