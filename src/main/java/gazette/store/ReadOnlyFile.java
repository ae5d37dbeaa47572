package gazette.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A store that is looked at and left as it was. A process that writes may come or go between two looks: only while the
 * file stays as it is, and nobody has it open to write, does a look go on with the connection of the one before. Safe to
 * use from many threads.
 */
final class ReadOnlyFile implements Reads {
    private final Sqlite store;
    /** Of the last look, if nobody looks just now. */
    private @Nullable Idle idle;

    /** @param changes of the store when it was opened */
    private record Idle(Connection connection, long changes) {}

    ReadOnlyFile(Sqlite store) {
        this.store = store;
    }

    @Override
    public <T> T read(String step, Work<T> work) {
        long changes = store.changes();
        boolean isStill = store.isStill();
        try {
            Connection connection = isStill ? taken(changes) : store.readOnly();
            boolean isWhole = false;
            try {
                T result = look(connection, work);
                isWhole = true;
                return result;
            } finally {
                if (isStill && isWhole) {
                    keep(new Idle(connection, changes));
                } else {
                    connection.close();
                }
            }
        } catch (SQLException broken) {
            throw StoreFailure.of(step, broken);
        }
    }

    private static <T> T look(Connection connection, Work<T> work) throws SQLException {
        try (Session session = new Session(connection)) {
            session.update("begin"); // all statements see the same commit
            T result = work.in(session);
            session.update("commit");
            return result;
        }
    }

    /** The connection of the look before, if the store did not change since; else a new one. */
    private Connection taken(long changes) throws SQLException {
        Idle before;
        synchronized (this) {
            before = idle;
            idle = null;
        }
        if (before != null && before.changes() == changes) {
            return before.connection();
        }
        if (before != null) {
            before.connection().close();
        }
        return store.readOnly();
    }

    private void keep(Idle after) throws SQLException {
        Idle before;
        synchronized (this) {
            before = idle;
            idle = after;
        }
        if (before != null) {
            before.connection().close();
        }
    }

    @Override
    public <T> T scratch(String step, Work<T> work) {
        return Scratch.on(store, step, work);
    }

    /** By the sizes and times of its files, because no connection stays open to count commits. */
    @Override
    public long version() {
        return store.changes();
    }

    @Override
    public void close() {
        try {
            Idle last;
            synchronized (this) {
                last = idle;
                idle = null;
            }
            if (last != null) {
                last.connection().close();
            }
        } catch (SQLException broken) {
            throw StoreFailure.of("close the store", broken);
        }
    }
}
