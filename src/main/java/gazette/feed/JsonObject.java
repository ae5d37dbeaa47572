package gazette.feed;

import gazette.article.Blanks;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An object of a JSON document, asked for what it should hold; what is of another kind than it should be is not there. */
record JsonObject(Map<String, Object> members) {
    /** @param json as the parser gives it: a map, a collection, a string, a number or a truth */
    static Optional<JsonObject> of(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> members = new HashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                members.put(String.valueOf(name), value);
            }
        });
        return Optional.of(new JsonObject(members));
    }

    /** A string, a number or a truth as it is written; empty when it is something else, or not there. */
    String text(String name) {
        return members.containsKey(name) ? written(members.get(name)) : "";
    }

    private static String written(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : "";
    }

    /** The first of these that is not blank. */
    String first(String... names) {
        return Stream.of(names)
                .map(this::text)
                .filter(text -> !Blanks.isBlank(text))
                .findFirst()
                .orElse("");
    }

    /** The objects of an array, or the one that stands where the array should. */
    List<JsonObject> objects(String name) {
        return all(name).map(JsonObject::of).flatMap(Optional::stream).toList();
    }

    /** The strings of an array, or the one that stands where the array should. */
    List<String> texts(String name) {
        return all(name)
                .map(JsonObject::written)
                .filter(text -> !text.isBlank())
                .toList();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    private Stream<?> all(String name) {
        Object value = members.getOrDefault(name, List.of());
        return value instanceof Collection<?> many ? many.stream().filter(one -> one != null) : Stream.of(value);
    }
}
