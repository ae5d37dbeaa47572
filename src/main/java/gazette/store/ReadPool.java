package gazette.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Connections that only read, made when they are first needed. The pool, and the connection that counts the commits of
 * others, are guarded by this object's monitor.
 */
final class ReadPool implements Reads {
    /** Few reads run at a time; each connection keeps 2 MB of pages. */
    private static final int CONNECTIONS = 4;

    private final Sqlite store;
    private @Nullable HikariDataSource pool;
    private @Nullable Session counter;
    private @Nullable Connection counting;

    ReadPool(Sqlite store) {
        this.store = store;
    }

    @Override
    public <T> T read(String step, Work<T> work) {
        try (Connection connection = pool().getConnection();
                Session session = new Session(connection)) {
            connection.setAutoCommit(false); // all statements see the same commit
            T result = work.in(session);
            connection.commit();
            return result;
        } catch (SQLException broken) {
            throw StoreFailure.of(step, broken);
        }
    }

    @Override
    public <T> T scratch(String step, Work<T> work) {
        return Scratch.on(store, step, work);
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("gazette-reads");
            config.setDataSource(store.reading());
            config.setConnectionInitSql("pragma query_only = on");
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(0);
            pool = new HikariDataSource(config);
        }
        return pool;
    }

    /** By the count that SQLite keeps for one connection of the commits of all others. */
    @Override
    public synchronized long version() {
        try {
            return counter().number("pragma data_version");
        } catch (SQLException broken) {
            throw StoreFailure.of("look whether the store has changed", broken);
        }
    }

    private Session counter() throws SQLException {
        if (counter == null) {
            counting = store.reading().getConnection();
            counter = new Session(counting);
        }
        return counter;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        try {
            if (counter != null && counting != null) {
                counter.close();
                counting.close();
            }
        } catch (SQLException broken) {
            throw StoreFailure.of("close the store", broken);
        }
    }
}
