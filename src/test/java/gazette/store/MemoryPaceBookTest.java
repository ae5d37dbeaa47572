package gazette.store;

import gazette.delivery.PaceBook;
import gazette.store.memory.MemoryPaceBook;

final class MemoryPaceBookTest extends PaceBookContract {
    private final PaceBook book = new MemoryPaceBook();

    @Override
    PaceBook book() {
        return book;
    }
}
