package gazette.pickup;

import java.util.List;

/** Sources whose health is not stored. */
final class SourcesToLookAt implements Sources {
    private final Sources sources;

    SourcesToLookAt(Sources sources) {
        this.sources = sources;
    }

    @Override
    public List<Health> health(List<String> keys) {
        return sources.health(keys);
    }

    @Override
    public void keep(List<Health> health) {
        // Whoever only looks leaves the sources to be asked again by the round that counts.
    }
}
