package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.Inline;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.render.Renderer;
import gazette.render.TemplateProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plates of one edition, each made when its first reader comes and kept while there is room. Two threads may make the
 * same one at the same moment; it is the same. Safe to use from many threads.
 */
final class Plates {
    /** For the compiled variants of one edition, in octets: some sixty of a usual length. */
    private static final long ROOM = 4 << 20;

    /** For the variants that nobody needed when the edition was frozen, in octets: some ten. */
    private static final long LATE = 1 << 20;

    private final Edition edition;
    private final Rendering rendering;
    private final Renderer renderer;
    private final MessageHead head;
    private final MessageBody body;
    private final InlineParts pictures = new InlineParts();
    private final Kept<VariantKey, Plate> kept = new Kept<>(ROOM, Plate::octets);
    private final Kept<VariantKey, Variant> late = new Kept<>(LATE, variant -> octets(List.of(variant)));
    private final long frozen;

    Plates(Edition edition, Rendering rendering, Renderer renderer) {
        this.edition = edition;
        this.rendering = rendering;
        this.renderer = renderer;
        this.head = new MessageHead(edition, language -> renderer.online(edition, language));
        this.body = new MessageBody(edition, pictures);
        this.frozen = octets(rendering.variants());
    }

    Plate plate(VariantKey key) {
        return kept.find(key).orElseGet(() -> kept.keep(key, make(key)));
    }

    private Plate make(VariantKey key) {
        try {
            Variant variant = variant(key);
            return variant.logic().isEmpty()
                    ? compiled(variant)
                    : new Plate.Personal(reader -> personal(key, reader), this::compiled);
        } catch (TemplateProblem | IllegalArgumentException why) {
            return new Plate.Broken(String.valueOf(why.getMessage()));
        }
    }

    /** As it was rendered with the edition; made now of what was frozen when nobody needed it then. */
    Variant variant(VariantKey key) {
        return rendering
                .variant(key)
                .or(() -> late.find(key))
                .orElseGet(() -> late.keep(key, renderer.variant(edition, rendering, key)));
    }

    /** Rendered for {@code reader} alone. */
    Variant personal(VariantKey key, Addressee reader) {
        Map<String, String> values = new TreeMap<>(reader.fields().present(reader.language()));
        values.keySet().removeAll(key.absent());
        return renderer.personal(edition, rendering, key, values);
    }

    private CompiledVariant compiled(Variant variant) {
        Segments message = new Segments();
        head.addTo(message, variant);
        List<Segment> html = body.addTo(message, variant);
        return new CompiledVariant(message.head(), message.body(), html);
    }

    /** What the edition's variants, frozen and compiled, and their pictures take in memory by now, roughly, in octets. */
    long octets() {
        return frozen + kept.octets() + late.octets() + pictures.octets();
    }

    private static long octets(List<Variant> variants) {
        long characters = variants.stream()
                .mapToLong(variant ->
                        variant.text().length() + variant.html().orElse("").length())
                .sum();
        Map<String, Integer> shown = new TreeMap<>();
        variants.stream()
                .flatMap(variant -> variant.inlines().stream())
                .forEach(inline -> shown.computeIfAbsent(inline.contentId(), id -> octets(inline)));
        return Character.BYTES * characters
                + shown.values().stream().mapToLong(octets -> octets).sum();
    }

    private static int octets(Inline inline) {
        return inline.picture().octets().length;
    }
}
