package gazette.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Some row numbers that one statement asks for together, in {@code in (…)} with always as many places, so that it is
 * prepared once. Immutable.
 *
 * @param ids from 1 to {@link #MOST}
 */
record Slice(List<Long> ids) {
    static final int MOST = 20;

    /** What stands in the brackets. */
    static final String PLACES = String.join(", ", Collections.nCopies(MOST, "?"));

    Slice {
        ids = List.copyOf(ids);
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new IllegalArgumentException("a slice has from 1 to " + MOST + " numbers, not " + ids.size());
        }
    }

    /** All of {@code ids}, in their order. */
    static List<Slice> of(List<Long> ids) {
        List<Slice> slices = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST) {
            slices.add(new Slice(ids.subList(from, Math.min(from + MOST, ids.size()))));
        }
        return slices;
    }

    /** Values for a statement: {@code before}, and one for each place; places that are left have the first number again. */
    Object[] values(Object... before) {
        Object[] values = new Object[before.length + MOST];
        System.arraycopy(before, 0, values, 0, before.length);
        for (int place = 0; place < MOST; place++) {
            values[before.length + place] = ids.get(place < ids.size() ? place : 0);
        }
        return values;
    }
}
