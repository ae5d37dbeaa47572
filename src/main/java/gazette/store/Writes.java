package gazette.store;

import java.sql.Connection;
import java.util.Optional;

/** Where changes are written. Safe to use from many threads. */
interface Writes extends AutoCloseable {
    /** Does {@code work} in one transaction, which is durable on return; a failure leaves nothing of it. */
    <T> T write(String step, Work<T> work);

    /** The same for what only moves dispatches and those who carry them: {@link #version} stays. */
    <T> T writeOfDelivery(String step, Work<T> work);

    /**
     * A number that changes with every commit but those of {@link #writeOfDelivery}, and of the borrowed connection, by
     * this process; empty when that cannot be known soon.
     */
    Optional<Long> version();

    /** A connection to write with, until it is closed; what it left open is rolled back then. */
    Connection borrow();

    @Override
    void close();
}
