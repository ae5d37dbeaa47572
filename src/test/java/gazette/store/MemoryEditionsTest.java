package gazette.store;

import java.time.Clock;

final class MemoryEditionsTest extends EditionsContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
