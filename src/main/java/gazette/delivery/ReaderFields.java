package gazette.delivery;

import gazette.render.ReaderWords;
import gazette.subscriber.Subscriber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one reader's fields hold: each on one line, control characters and line ends turned into blanks, none at the ends.
 * A field in which they have no more than that is absent. Immutable.
 */
final class ReaderFields {
    private final Map<String, String> values = new HashMap<>();
    private final Optional<LocalDate> since;
    private final String unsubscribe;

    /** @param unsubscribe the reader's own address for leaving */
    ReaderFields(Subscriber reader, String unsubscribe) {
        inOrder(reader.fields()).forEach((heading, value) -> put(heading.toLowerCase(Locale.ROOT), value));
        values.put("address", reader.address().toString());
        values.put("name", FieldText.onOneLine(reader.name()));
        values.put("unsubscribe", unsubscribe);
        values.remove("since");
        this.since = reader.since();
        this.unsubscribe = unsubscribe;
    }

    /** In the order of their headings where two may differ in case alone, so that the same one counts each time. */
    private static Map<String, String> inOrder(Map<String, String> fields) {
        for (String heading : fields.keySet()) {
            if (!heading.equals(heading.toLowerCase(Locale.ROOT))) {
                return new TreeMap<>(fields);
            }
        }
        return fields;
    }

    private void put(String name, String value) {
        String line = FieldText.onOneLine(value);
        if (!line.isEmpty()) {
            values.putIfAbsent(name, line);
        }
    }

    /** The reader's own address for leaving. */
    String unsubscribe() {
        return unsubscribe;
    }

    /** Those of {@code fields} that the reader has nothing in. */
    Set<String> absent(Set<String> fields) {
        Set<String> absent = new TreeSet<>(fields);
        absent.removeIf(this::has);
        return absent;
    }

    private boolean has(String field) {
        return field.equals("since")
                ? since.isPresent()
                : !values.getOrDefault(field, "").isEmpty();
    }

    /**
     * All that the reader has something in, with it.
     *
     * @throws IllegalArgumentException when one holds half a character
     */
    Map<String, String> present(Locale language) {
        Map<String, String> present = new TreeMap<>();
        Stream.concat(values.keySet().stream(), Stream.of("since"))
                .filter(this::has)
                .forEach(field -> present.put(field, value(field, language)));
        return present;
    }

    /**
     * What the field holds, empty when it is absent.
     *
     * @param language of the words for dates
     * @throws IllegalArgumentException when it holds half a character
     */
    String value(String field, Locale language) {
        return field.equals("since")
                ? ReaderWords.since(since, language)
                : FieldText.whole(field, values.getOrDefault(field, ""));
    }
}
