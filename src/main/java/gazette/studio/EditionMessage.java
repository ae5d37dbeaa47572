package gazette.studio;

import gazette.delivery.CompiledEdition;
import gazette.delivery.Letter;
import gazette.delivery.Made;
import gazette.edition.EditionId;
import gazette.edition.Editions;
import gazette.edition.Inline;
import gazette.edition.Variant;
import gazette.proof.Workbench;
import gazette.render.TemplateProblem;
import gazette.subscriber.Subscriber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The message of an edition to one reader, made of what was frozen with the edition: as long as the reader's own fields and
 * the key that signs are what they were, octet for octet the one that went out.
 *
 * @param variant with the reader's fields in it
 */
record EditionMessage(Letter letter, Variant variant) {
    /** Empty when there is none: nothing is rendered yet, or there is nothing in it for this reader. */
    static Optional<EditionMessage> of(Workbench workbench, EditionId edition, Subscriber reader) {
        Editions editions = workbench.editions();
        return editions.find(edition)
                .flatMap(found -> editions.rendering(edition)
                        .map(rendering -> workbench.press().compile(found, rendering)))
                .flatMap(compiled -> of(compiled, reader));
    }

    private static Optional<EditionMessage> of(CompiledEdition compiled, Subscriber reader) {
        Made made = compiled.letter(reader, "");
        try {
            return made instanceof Letter letter
                    ? compiled.filled(reader).map(variant -> new EditionMessage(letter, variant))
                    : Optional.empty();
        } catch (TemplateProblem | IllegalArgumentException cannotBeMade) {
            return Optional.empty();
        }
    }

    /** All octets, a character each: none of them is over 127 but in an address that is so. */
    String source() {
        return new String(letter.octets(), StandardCharsets.UTF_8);
    }

    /** The fields of its head in their order, unfolded (RFC 5322 section 2.2.3). */
    List<Map<String, String>> headers() {
        String source = source();
        int end = source.indexOf("\r\n\r\n");
        List<Map<String, String>> headers = new ArrayList<>();
        for (String field : source.substring(0, Math.max(0, end)).split("\r\n(?![ \t])")) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                String value = field.substring(colon + 1)
                        .replaceAll("\r\n(?=[ \t])", "")
                        .strip();
                headers.add(Map.of("name", field.substring(0, colon), "value", value));
            }
        }
        return headers;
    }

    /** The value of the first field of this name; empty when there is none. */
    String header(String name) {
        return headers().stream()
                .filter(header ->
                        header.getOrDefault("name", "").toLowerCase(Locale.ROOT).equals(name))
                .map(header -> header.getOrDefault("value", ""))
                .findFirst()
                .orElse("");
    }

    /** The pictures that it carries. */
    Stream<Inline> inlines() {
        return variant.inlines().stream();
    }

    /** The picture that {@code cid:} names (RFC 2392 section 2). */
    Optional<Inline> inline(String contentId) {
        return inlines().filter(inline -> inline.contentId().equals(contentId)).findFirst();
    }
}
