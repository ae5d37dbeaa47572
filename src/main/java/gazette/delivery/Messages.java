package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.Editions;
import gazette.edition.Variant;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The letters of stored editions. The few that are being delivered are kept in memory, and all connections share them.
 * Safe to use from many threads: one lock guards the kept ones, and is held while one is read from the store.
 */
public final class Messages implements Letters {
    /** Deliveries overlap seldom; an edition with its pictures is a few megabytes at most. */
    private static final int KEPT = 4;

    private final Editions editions;
    private final Press press;
    private final Map<EditionId, Stored> kept = new LinkedHashMap<>(8, 0.75f, true);

    public Messages(Editions editions, Tokens tokens) {
        this.editions = editions;
        this.press = new Press(tokens);
    }

    @Override
    public Made of(Dispatch dispatch) {
        Optional<Stored> stored = stored(dispatch.edition());
        if (stored.isEmpty()) {
            return new Made.Refused(new Outcome.Unsendable(
                    SuppressionReason.CANNOT_BE_RENDERED, "nothing is rendered of " + dispatch.edition()));
        }
        Edition edition = stored.get().edition();
        Variant variant = variant(
                stored.get().variants(),
                dispatch.subscriber(),
                edition.masthead().language());
        return press.letter(edition, variant, dispatch.subscriber(), "");
    }

    /**
     * The variant for {@code reader}: in their language, else in the newsletter's, else the first.
     *
     * @param variants at least one
     */
    public static Variant variant(List<Variant> variants, Subscriber reader, Locale newsletters) {
        return reader.language()
                .flatMap(own -> in(own, variants))
                .or(() -> in(newsletters, variants))
                .orElseGet(() -> variants.get(0));
    }

    private static Optional<Variant> in(Locale language, List<Variant> variants) {
        return variants.stream()
                .filter(v -> v.language().equals(language))
                .findFirst()
                .or(() -> variants.stream()
                        .filter(v -> v.language().getLanguage().equals(language.getLanguage()))
                        .findFirst());
    }

    private synchronized Optional<Stored> stored(EditionId id) {
        Stored known = kept.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Stored> found = editions.find(id)
                .map(edition -> new Stored(edition, editions.variants(id)))
                .filter(stored -> !stored.variants().isEmpty());
        found.ifPresent(stored -> keep(id, stored));
        return found;
    }

    private void keep(EditionId id, Stored stored) {
        kept.put(id, stored);
        while (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private record Stored(Edition edition, List<Variant> variants) {}
}
