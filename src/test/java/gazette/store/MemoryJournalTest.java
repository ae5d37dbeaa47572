package gazette.store;

import java.time.Clock;

final class MemoryJournalTest extends JournalContract {
    @Override
    World world(Clock clock) {
        return new MemoryWorld(clock);
    }
}
