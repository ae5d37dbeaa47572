package gazette.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SQL on one connection, with each statement prepared once. Values are bound in reading order: an instant as
 * milliseconds, an enum by its name, an empty optional as null. For one thread at a time; whoever opened the connection
 * closes it after the session.
 */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Runs one statement that changes rows; how many it changed. */
    int update(String sql, Object... values) throws SQLException {
        return using(sql, statement -> bind(statement, values).executeUpdate());
    }

    /** Runs one statement for each row of values, in their order; how many rows of the database each changed. */
    int[] updates(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return using(sql, statement -> {
            for (Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** All rows of a query that has few. */
    <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(sql, row, rows::add, values);
        return rows;
    }

    /** All rows of a query that may have many, one after the other. */
    <T> void each(String sql, Row<T> row, Consumer<T> each, Object... values) throws SQLException {
        query(
                sql,
                result -> {
                    while (result.next()) {
                        each.accept(row.read(result));
                    }
                    return true;
                },
                values);
    }

    /** The first row of a query, if it has one. */
    <T> Optional<T> first(String sql, Row<T> row, Object... values) throws SQLException {
        return query(sql, result -> result.next() ? Optional.of(row.read(result)) : Optional.empty(), values);
    }

    /** The number in the first column of the first row; 0 for null. */
    long number(String sql, Object... values) throws SQLException {
        return first(sql, r -> r.getLong(1), values).orElse(0L);
    }

    /** Whether a query has a row. */
    boolean exists(String sql, Object... values) throws SQLException {
        return first(sql, r -> true, values).isPresent();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }

    private <T> T query(String sql, Row<T> reading, Object... values) throws SQLException {
        return using(sql, statement -> {
            try (ResultSet result = bind(statement, values).executeQuery()) {
                return reading.read(result);
            }
        });
    }

    /** What is done with a statement. */
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** A statement that failed is prepared anew the next time: the driver closes those that a full disk ended. */
    private <T> T using(String sql, Use<T> use) throws SQLException {
        try {
            return use.of(prepared(sql));
        } catch (SQLException failed) {
            if (!Sqlite.isBusy(failed)) {
                forget(sql, failed);
            }
            throw failed;
        }
    }

    private void forget(String sql, SQLException failure) {
        PreparedStatement failed = prepared.remove(sql);
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException cannotClose) {
                failure.addSuppressed(cannotClose);
            }
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static PreparedStatement bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
        return statement;
    }

    private static @Nullable Object column(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? column(optional.get()) : null;
        }
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        return value instanceof Enum<?> named ? named.name() : value;
    }
}
