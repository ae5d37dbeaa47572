package gazette.store.memory;

import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Wish;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@link Readership} of readers in memory. */
record MemoryReadership(Supplier<List<Subscriber>> readers) implements Readership {
    @Override
    public List<Wish> wishes(Set<String> fields) {
        return readers.get().stream()
                .map(reader -> Wish.of(reader, fields))
                .distinct()
                .toList();
    }

    @Override
    public Map<String, String> longest(Set<String> fields) {
        Map<String, String> longest = new TreeMap<>();
        fields.forEach(field -> longest(field).ifPresent(value -> longest.put(field, value)));
        return longest;
    }

    private Optional<String> longest(String field) {
        return readers.get().stream()
                .flatMap(reader -> values(reader, field))
                .filter(value -> !value.isBlank())
                .max(Comparator.comparing((String value) -> value.codePointCount(0, value.length()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static Stream<String> values(Subscriber reader, String field) {
        return switch (field) {
            case "address" -> Stream.of(reader.address().toString());
            case "unsubscribe" -> Stream.empty();
            case "name" -> Stream.of(reader.name());
            case "since" -> reader.since().map(Object::toString).stream();
            default ->
                reader.fields().entrySet().stream()
                        .filter(column ->
                                column.getKey().toLowerCase(Locale.ROOT).equals(field))
                        .map(Map.Entry::getValue);
        };
    }
}
