package gazette.store;

import java.time.Clock;

final class MemoryEpochTest extends EpochContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
