package gazette.edition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was made of an edition for its readers, and all that it takes to make the same again: frozen with the edition.
 *
 * @param fields those that the template reads
 * @param variants one for each key in the audience, the first for a reader who asked for nothing: in the newsletter's
 *     language, with all stories and both parts; never empty
 */
public record Rendering(
        TemplateText template, Illustrations illustrations, Set<String> fields, List<Variant> variants) {
    public Rendering {
        fields = Set.copyOf(fields);
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("an edition was rendered into nothing");
        }
    }

    /** The variant for a reader who asked for nothing. */
    public Variant first() {
        return variants.get(0);
    }

    /** The variant with this key, if somebody of the audience needed it when the edition was rendered. */
    public Optional<Variant> variant(VariantKey key) {
        return variants.stream().filter(variant -> variant.key().equals(key)).findFirst();
    }
}
