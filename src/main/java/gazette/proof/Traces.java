package gazette.proof;

import gazette.check.Finding.Spot;
import gazette.delivery.CompiledEdition;
import gazette.edition.Edition;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.proof.WrittenAt.Printed;
import gazette.render.Place;
import gazette.render.Renderer;
import gazette.render.Traced;
import gazette.subscriber.Subscriber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the template prints each line of an edition's messages: a variant is traced once. Not for sharing by threads. */
final class Traces {
    private final Edition edition;
    private final Rendering rendering;
    private final Renderer renderer;
    private final CompiledEdition compiled;
    private final TemplatePlaces places;
    private final Map<VariantKey, Traced> traced = new HashMap<>();

    Traces(Edition edition, Rendering rendering, Renderer renderer, CompiledEdition compiled, TemplatePlaces places) {
        this.edition = edition;
        this.rendering = rendering;
        this.renderer = renderer;
        this.compiled = compiled;
        this.places = places;
    }

    /**
     * The variant with this key as the edition has it, its fields open.
     *
     * @throws gazette.render.TemplateProblem when the template fails
     */
    Traced of(VariantKey key) {
        return traced.computeIfAbsent(key, each -> renderer.traced(edition, rendering, compiled.open(each)));
    }

    /**
     * What printed each line of {@code reader}'s parts. Where logic gives them another number of lines than the variant
     * has, nobody knows.
     *
     * @param filled their variant with their values in it
     */
    Printed printed(Subscriber reader, Variant filled) {
        Traced open = of(filled.key());
        return new Printed(
                spots(open.html(), filled.html().orElse("")), spots(compiled.text(open, reader), filled.text()));
    }

    private List<Spot> spots(List<Place> printed, String part) {
        if (printed.size() != part.lines().count()) {
            return List.of();
        }
        return printed.stream()
                .map(place -> new Spot(places.name(place.file()), place.line()))
                .toList();
    }
}
