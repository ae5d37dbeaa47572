package gazette.store;

import java.time.Clock;

final class MemoryOutboxTest extends OutboxContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
