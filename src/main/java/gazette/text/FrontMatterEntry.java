package gazette.text;

import java.util.List;
import java.util.Optional;

/**
 * One key of a front matter, before it is known what it means.
 *
 * @param line in the file, counted from 1
 * @param values one for a plain value, several for a list; blanks folded to one space each
 */
record FrontMatterEntry(String key, int line, List<String> values) {
    FrontMatterEntry {
        values = List.copyOf(values);
    }

    /** The value, when there is just one and it says something. */
    Optional<String> single() {
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
