package gazette.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The keys of a front matter that may stand there; collects all that is wrong with them. For one front matter. */
final class FrontMatterEntries {
    /** In characters. No headline, name or description is longer; a text that got in by mistake is. */
    private static final int LONGEST = 1_000;

    private final List<String> known;
    private final Set<String> lists;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, FrontMatterEntry> entries = new LinkedHashMap<>();

    /**
     * @param known the keys that there can be
     * @param lists those of them that take a list as well
     */
    FrontMatterEntries(FrontMatterYaml.Parsed yaml, List<String> known, Set<String> lists) {
        this.known = List.copyOf(known);
        this.lists = Set.copyOf(lists);
        flaws.addAll(yaml.flaws());
        yaml.entries().forEach(this::admit);
    }

    private void admit(FrontMatterEntry entry) {
        String key = entry.key();
        if (!known.contains(key)) {
            flaw(entry, "a front matter has no key '" + key + "': use " + String.join(", ", known));
        } else if (entries.containsKey(key)) {
            flaw(
                    entry,
                    key + " is given twice, first on line " + entries.get(key).line() + ": keep one");
        } else if (entry.values().stream().allMatch(String::isEmpty)) {
            flaw(entry, key + " is empty: give it a value, or take the line out");
        } else if (entry.values().size() > 1 && !lists.contains(key)) {
            flaw(entry, key + " is a list: give one value");
        } else if (entry.values().stream().anyMatch(FrontMatterEntries::isUnprintable)) {
            flaw(entry, key + " holds a control character: write it without");
        } else if (entry.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            flaw(entry, key + " is longer than " + LONGEST + " characters: shorten it, or move it to the text");
        } else {
            entries.put(key, entry);
        }
    }

    private static boolean isUnprintable(String value) {
        return value.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }

    Optional<FrontMatterEntry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** What the one value of {@code key} means; a value that means nothing is a flaw. */
    <T> Optional<T> value(String key, Function<String, Optional<T>> reader, String remedy) {
        Optional<FrontMatterEntry> entry = entry(key);
        Optional<T> value = entry.flatMap(FrontMatterEntry::single).flatMap(reader);
        if (value.isEmpty()) {
            entry.ifPresent(e -> flaw(e, key + " is '" + String.join(", ", e.values()) + "': " + remedy));
        }
        return value;
    }

    /** The one value of {@code key}, as it is. */
    Optional<String> words(String key) {
        return value(key, Optional::of, "");
    }

    /** Who wrote the text, several names with commas between them. */
    Optional<String> author() {
        String author = String.join(
                ", ",
                entry("author").map(FrontMatterEntry::values).orElse(List.of()).stream()
                        .filter(value -> !value.isEmpty())
                        .toList());
        return author.isEmpty()
                ? Optional.empty()
                : Optional.of(Byline.read(author).map(Byline::who).orElse(author));
    }

    void flaw(FrontMatterEntry entry, String what) {
        flaws.add(new Flaw(entry.line(), what));
    }

    /** In the order of the lines. */
    List<Flaw> flaws() {
        return flaws.stream().sorted(Comparator.comparingInt(Flaw::line)).toList();
    }
}
