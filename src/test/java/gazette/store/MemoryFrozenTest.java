package gazette.store;

import java.time.Clock;

final class MemoryFrozenTest extends FrozenContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
