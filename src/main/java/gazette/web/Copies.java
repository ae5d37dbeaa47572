package gazette.web;

import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.Editions;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.render.Renderer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Editions as anybody may read them, made of what was frozen with them, one at a time. Those read last are kept. Safe to
 * use from many threads.
 */
public final class Copies {
    /** Those that went out a moment ago are read by many; with their pictures each takes a few megabytes at most. */
    private static final int KEPT = 3;

    private final Editions editions;
    private final Renderer renderer;
    private final Map<EditionId, Frozen> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Frozen(Edition edition, Rendering rendering, Map<Locale, Variant> copies) {
        /** One of the languages that it went out in, so that nobody can ask for any number of copies. */
        Locale language(Optional<Locale> wished) {
            return wished.filter(language -> rendering.variants().stream()
                            .anyMatch(variant -> variant.language().equals(language)))
                    .orElse(edition.masthead().language());
        }
    }

    public Copies(Editions editions, Renderer renderer) {
        this.editions = editions;
        this.renderer = renderer;
    }

    /**
     * The copy of an edition; empty before it was rendered.
     *
     * @param wished the language of the words around its stories; the newsletter's where it did not go out in that one
     * @param pictures where those are that messages carry, each by its content id at the end
     * @throws gazette.render.TemplateProblem when the edition's template fails without a reader
     */
    synchronized Optional<Variant> of(EditionId edition, Optional<Locale> wished, String pictures) {
        return frozen(edition)
                .map(frozen -> frozen.copies()
                        .computeIfAbsent(
                                frozen.language(wished),
                                language -> renderer.copy(frozen.edition(), frozen.rendering(), language, pictures)));
    }

    private Optional<Frozen> frozen(EditionId id) {
        Optional<Frozen> known = Optional.ofNullable(kept.get(id));
        return known.isPresent() ? known : read(id).map(read -> keep(id, read));
    }

    private Optional<Frozen> read(EditionId id) {
        return editions.find(id)
                .flatMap(edition ->
                        editions.rendering(id).map(rendering -> new Frozen(edition, rendering, new HashMap<>())));
    }

    private Frozen keep(EditionId id, Frozen frozen) {
        kept.put(id, frozen);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return frozen;
    }
}
