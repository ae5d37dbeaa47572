package gazette.store;

import java.time.Clock;

final class MemoryPlansTest extends PlansContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
