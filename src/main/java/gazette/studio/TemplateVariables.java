package gazette.studio;

import gazette.check.Persona;
import gazette.edition.Variant;
import gazette.proof.Proof;
import gazette.render.Renderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a template can print, with the values that one reader's message has. */
final class TemplateVariables {
    private final Renderer renderer;
    private final Proof proof;

    TemplateVariables(Renderer renderer, Proof proof) {
        this.renderer = renderer;
        this.proof = proof;
    }

    /** By name, sorted; without a message only what is known of the reader. */
    List<Map<String, Object>> of(Persona persona, Optional<Variant> message) {
        Map<String, String> values = new TreeMap<>();
        message.ifPresent(
                variant -> values.putAll(renderer.variables(proof.edition(), proof.rendering(), variant.key())));
        Map<String, String> reader = reader(persona);
        proof.rendering().fields().forEach(field -> values.put("reader." + field, reader.getOrDefault(field, "")));
        List<Map<String, Object>> rows = new ArrayList<>();
        values.forEach((name, value) -> rows.add(Map.of("name", name, "value", value, "mayLack", mayLack(name))));
        return rows;
    }

    private static boolean mayLack(String name) {
        return name.startsWith("reader.") && !name.equals("reader.address") && !name.equals("reader.unsubscribe");
    }

    private static Map<String, String> reader(Persona persona) {
        Map<String, String> values = new HashMap<>(persona.reader().fields());
        values.put("name", persona.reader().name());
        values.put("address", persona.reader().address().toString());
        values.put("since", persona.reader().since().map(Object::toString).orElse(""));
        values.put("unsubscribe", "…");
        return values;
    }
}
