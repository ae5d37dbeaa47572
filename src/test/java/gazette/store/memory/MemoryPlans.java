package gazette.store.memory;

import gazette.edition.Plan;
import gazette.edition.Plans;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@link Plans} in memory. Every method holds the one lock that guards the map. */
public final class MemoryPlans implements Plans {
    private final Map<Of, Plan> plans = new HashMap<>();

    private record Of(String newsletter, String cadence) {}

    @Override
    public synchronized Plan plan(String newsletter, String cadence) {
        return plans.getOrDefault(new Of(newsletter, cadence), Plan.NONE);
    }

    @Override
    public synchronized Plan change(String newsletter, String cadence, UnaryOperator<Plan> change) {
        Plan after = change.apply(plan(newsletter, cadence));
        plans.put(new Of(newsletter, cadence), after);
        return after;
    }
}
