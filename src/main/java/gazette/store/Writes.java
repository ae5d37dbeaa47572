package gazette.store;

import java.sql.Connection;

/** Where changes are written. Safe to use from many threads. */
interface Writes extends AutoCloseable {
    /** Does {@code work} in one transaction, which is durable on return; a failure leaves nothing of it. */
    <T> T write(String step, Work<T> work);

    /** A connection to write with, until it is closed; what it left open is rolled back then. */
    Connection borrow();

    @Override
    void close();
}
