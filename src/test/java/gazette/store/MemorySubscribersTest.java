package gazette.store;

import java.time.Clock;

final class MemorySubscribersTest extends SubscribersContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
