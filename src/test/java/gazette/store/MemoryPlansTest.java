package gazette.store;

import gazette.edition.Plans;
import gazette.store.memory.MemoryPlans;

final class MemoryPlansTest extends PlansContract {
    private final Plans plans = new MemoryPlans();

    @Override
    Plans plans() {
        return plans;
    }
}
