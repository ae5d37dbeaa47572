package gazette.store;

import java.time.Clock;

final class MemoryReadershipTest extends ReadershipContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
