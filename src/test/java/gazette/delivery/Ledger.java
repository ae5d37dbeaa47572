package gazette.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A journal that remembers its turns. */
final class Ledger implements Journal {
    private final List<String> turns = new ArrayList<>();
    private final Map<Long, Outcome> outcomes = new HashMap<>();
    private final Set<Long> refused;

    /**
     * @param refused dispatches that may not go
     */
    Ledger(Long... refused) {
        this.refused = new HashSet<>(List.of(refused));
    }

    @Override
    public synchronized boolean turn(Optional<Settled> last, Optional<Dispatch> next) {
        turns.add(last.map(s -> "settle " + s.dispatch().id().value()).orElse("-")
                + ", "
                + next.map(d -> "hand over " + d.id().value()).orElse("-"));
        last.ifPresent(s -> outcomes.put(s.dispatch().id().value(), s.outcome()));
        return next.isEmpty() || !refused.contains(next.get().id().value());
    }

    synchronized List<String> turns() {
        return List.copyOf(turns);
    }

    synchronized Optional<Outcome> outcome(long dispatch) {
        return Optional.ofNullable(outcomes.get(dispatch));
    }
}
