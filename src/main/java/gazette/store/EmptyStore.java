package gazette.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The store of a workspace that has none yet: the tables in memory, without a row. Guarded by its own monitor. */
final class EmptyStore implements Reads {
    private final Connection connection;

    private EmptyStore(Connection connection) {
        this.connection = connection;
    }

    static EmptyStore open() {
        try {
            Connection connection = Sqlite.inMemory();
            Schema.create(connection);
            return new EmptyStore(connection);
        } catch (SQLException | IOException broken) {
            throw StoreFailure.of("make an empty store in memory", broken);
        }
    }

    @Override
    public synchronized <T> T read(String step, Work<T> work) {
        try (Session session = new Session(connection)) {
            return work.in(session);
        } catch (SQLException broken) {
            throw StoreFailure.of(step, broken);
        }
    }

    @Override
    public <T> T scratch(String step, Work<T> work) {
        return read(step, work);
    }

    /** Nobody writes to it. */
    @Override
    public long version() {
        return 0;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw StoreFailure.of("close the store", broken);
        }
    }
}
