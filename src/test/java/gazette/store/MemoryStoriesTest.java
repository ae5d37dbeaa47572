package gazette.store;

import java.time.Clock;

final class MemoryStoriesTest extends StoriesContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
