package gazette.pickup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link Sources} in memory, for tests. Its monitor guards the map. */
public final class MemorySources implements Sources {
    private final Map<String, Health> known = new HashMap<>();

    @Override
    public synchronized List<Health> health(List<String> keys) {
        return keys.stream()
                .map(key -> known.getOrDefault(key, Health.unknown(key)))
                .toList();
    }

    @Override
    public synchronized void keep(List<Health> health) {
        health.forEach(one -> known.put(one.source(), one));
    }
}
