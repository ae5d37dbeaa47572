package gazette.subscriber;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Those who would get an edition of one cadence now (port). Nobody in particular: what they ask for, taken together. */
public interface Readership {
    /** Nobody yet. */
    Readership NOBODY = new Readership() {
        @Override
        public List<Wish> wishes(Set<String> fields) {
            return List.of();
        }

        @Override
        public Map<String, String> longest(Set<String> fields) {
            return Map.of();
        }
    };

    /** Each different wish once, where a template reads {@code fields}; however many readers there are, few. */
    List<Wish> wishes(Set<String> fields);

    /** The longest value that anybody has in each of {@code fields}; those in which nobody has one are not there. */
    Map<String, String> longest(Set<String> fields);
}
