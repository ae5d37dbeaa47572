package gazette.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whom one process has handed over and not settled, by connection: each has a thread of its own. */
final class Gaps {
    private final Map<Thread, Set<Long>> open = new HashMap<>();
    private final Map<Long, Long> handedOverAt = new HashMap<>();

    /** The calling thread hands a reader over; how many it has in its gap now. */
    int open(long reader, long nanos) {
        Set<Long> gap = open.computeIfAbsent(Thread.currentThread(), thread -> new HashSet<>());
        gap.add(reader);
        handedOverAt.put(reader, nanos);
        return gap.size();
    }

    void close(long reader) {
        open.values().forEach(gap -> gap.remove(reader));
    }

    boolean contains(long reader) {
        return open.values().stream().anyMatch(gap -> gap.contains(reader));
    }

    boolean isEmpty() {
        return open.values().stream().allMatch(Set::isEmpty);
    }

    /** Whether the reader was handed over by then, if ever. */
    boolean wereOpenFor(long reader, long nanos) {
        return handedOverAt.getOrDefault(reader, Long.MAX_VALUE) <= nanos;
    }
}
