package gazette.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The editions of all newsletters (port). Safe to use from many threads. */
public interface Editions {
    /**
     * An edition as lists show it.
     *
     * @param holdUntil nothing leaves before
     */
    record Summary(
            EditionId id,
            EditionKey key,
            EditionState state,
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
     * @throws NoteUnreadable when there is a note that cannot be read; nothing is composed then
     */
    Composition resumeOrCompose(Newsletter newsletter, Cadence cadence, Instant slot, Notes notes);

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

    /** Slots without an edition, newest first, at most {@code most}. */
    List<Skip> skips(Optional<String> newsletter, int most);

    /** {@code FILLED → PAUSED}, committed on return; false when it was not filled. */
    boolean pause(EditionId edition);

    /**
     * {@code PAUSED → FILLED}, with what is left of a cool-down waived and the limit of a first wave lifted; committed
     * on return. Lifts the limit of a filled edition too. False when there is nothing to resume.
     */
    boolean resume(EditionId edition);
}
