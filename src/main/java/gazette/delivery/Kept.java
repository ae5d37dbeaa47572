package gazette.delivery;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Things kept in memory for as long as there is room: those that were not asked for the longest go first. The newest
 * always stays. Safe to use from many threads; one lock guards it, and nothing is made while it is held.
 */
final class Kept<K, V> {
    private final long room;
    private final ToLongFunction<V> octets;
    private final Map<K, V> things = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param room in octets
     * @param octets how many a thing takes; it may grow, and is asked for each time that one is added
     */
    Kept(long room, ToLongFunction<V> octets) {
        this.room = room;
        this.octets = octets;
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(things.get(key));
    }

    /** Keeps {@code thing}, unless another thread was first: then that one's is returned, and kept. */
    synchronized V keep(K key, V thing) {
        V first = things.putIfAbsent(key, thing);
        long taken = octets();
        Iterator<V> eldest = things.values().iterator();
        for (int left = things.size(); taken > room && left > 1; left--) {
            taken -= octets.applyAsLong(eldest.next());
            eldest.remove();
        }
        return first == null ? thing : first;
    }

    /** What is kept takes this many now. */
    synchronized long octets() {
        return things.values().stream().mapToLong(octets).sum();
    }
}
