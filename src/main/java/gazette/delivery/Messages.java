package gazette.delivery;

import gazette.edition.EditionId;
import gazette.edition.Editions;
import java.util.Optional;

/**
 * The letters of stored editions. The few that are being delivered are kept in memory, and all connections share them.
 * Safe to use from many threads; one reads an edition from the store, and the others who need one wait for it.
 */
public final class Messages implements Letters {
    /** For editions, in octets: a quarter of the usual heap. Deliveries overlap seldom, and few editions have as much. */
    private static final long ROOM = 16 << 20;

    private final Editions editions;
    private final Press press;
    private final Kept<EditionId, CompiledEdition> kept = new Kept<>(ROOM, CompiledEdition::octets);

    public Messages(Editions editions, Press press) {
        this.editions = editions;
        this.press = press;
    }

    @Override
    public Made of(Dispatch dispatch) {
        return compiled(dispatch.edition())
                .map(edition -> edition.letter(dispatch.subscriber(), ""))
                .orElseGet(() -> new Made.Refused(new Outcome.Unsendable(
                        SuppressionReason.CANNOT_BE_RENDERED, "nothing is rendered of " + dispatch.edition())));
    }

    private Optional<CompiledEdition> compiled(EditionId id) {
        Optional<CompiledEdition> known = kept.find(id);
        return known.isPresent() ? known : read(id);
    }

    private synchronized Optional<CompiledEdition> read(EditionId id) {
        Optional<CompiledEdition> meanwhile = kept.find(id);
        if (meanwhile.isPresent()) {
            return meanwhile;
        }
        return editions.find(id)
                .flatMap(edition -> editions.rendering(id).map(rendering -> press.compile(edition, rendering)))
                .map(compiled -> kept.keep(id, compiled));
    }
}
