package gazette.store;

import java.time.Clock;

final class MemoryPlannedTest extends PlannedContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
