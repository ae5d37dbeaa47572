package gazette.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The editions of all newsletters (port). Safe to use from many threads. */
public interface Editions {
    /**
     * An edition as lists show it.
     *
     * @param pausedBecause for people to read; empty unless it is paused
     * @param holdUntil nothing leaves before
     */
    record Summary(
            EditionId id,
            EditionKey key,
            EditionState state,
            String pausedBecause,
            Instant composedAt,
            Instant holdUntil,
            String subject,
            int articles) {}

    /** A slot that passed without an edition. */
    record Skip(EditionKey key, String reason) {}

    /**
     * The edition of this slot: the one that was composed before, or a new one, by {@link Choice}, numbered and frozen
     * in one commit. A slot that was skipped before stays skipped. Never composes a key twice, whatever calls at once.
     *
     * @param notes where the editor's note is looked for, once, inside the commit
     * @param despite why a person sends it although checks found errors, if they do; part of the edition's {@link #course}
     *     by the same commit, once however often it is said
     * @throws NoteUnreadable when there is a note that cannot be read; nothing is composed then
     */
    Composition resumeOrCompose(
            Newsletter newsletter, Cadence cadence, Instant slot, Notes notes, Optional<String> despite);

    /** {@link #resumeOrCompose(Newsletter, Cadence, Instant, Notes, Optional)} with nothing to excuse. */
    default Composition resumeOrCompose(Newsletter newsletter, Cadence cadence, Instant slot, Notes notes) {
        return resumeOrCompose(newsletter, cadence, slot, notes, Optional.empty());
    }

    /** What the edition of {@code slot} could be made of. Changes nothing. */
    Shelf shelf(Newsletter newsletter, Cadence cadence, Instant slot);

    /** Stores what was rendered, in one commit; does nothing when the edition has its rendering. */
    void keep(EditionId edition, Rendering rendering);

    /** What was stored; empty before {@link #keep}. */
    Optional<Rendering> rendering(EditionId edition);

    Optional<Edition> find(EditionId edition);

    /** The oldest edition of a cadence on which a digest run was cut short, if there is one. */
    Optional<EditionKey> unfinished(String newsletter, String cadence);

    /** Newest first. */
    List<Summary> list(Optional<String> newsletter);

    Optional<Summary> summary(EditionId edition);

    /**
     * What was done to an edition since it was composed, the oldest first. Each deed was committed with what it did.
     */
    List<Deed> course(EditionId edition);

    /** Slots without an edition, newest first, at most {@code most}. */
    List<Skip> skips(Optional<String> newsletter, int most);

    /**
     * {@code FILLED → PAUSED}, committed on return; false when it was not filled. Of those who pause at once the first
     * says why.
     *
     * @param why what a person needs to know before resuming, such as a server's words
     */
    boolean pause(EditionId edition, String why);

    /**
     * {@code PAUSED → FILLED}, with what is left of a cool-down waived; committed on return. The limit of a wave is
     * lifted, or set anew, of a filled edition too. False when there is nothing to resume.
     *
     * @param wave of those who were never tried at most so many more are handed over before the edition is resumed
     *     again, if given
     */
    boolean resume(EditionId edition, Optional<Integer> wave);

    /** {@link #resume(EditionId, Optional)} for all who wait. */
    default boolean resume(EditionId edition) {
        return resume(edition, Optional.empty());
    }
}
