package gazette.store;

import java.sql.Connection;
import java.util.Optional;

/** A store that was opened for reading. */
final class NoWrites implements Writes {
    @Override
    public <T> T write(String step, Work<T> work) {
        throw new IllegalStateException("the store was opened for reading only, to " + step + " open it for writing");
    }

    @Override
    public <T> T writeOfDelivery(String step, Work<T> work) {
        return write(step, work);
    }

    @Override
    public Optional<Long> version() {
        return Optional.empty();
    }

    @Override
    public Connection borrow() {
        throw new IllegalStateException("the store was opened for reading only");
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
