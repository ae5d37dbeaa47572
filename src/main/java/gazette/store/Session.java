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
        return bound(sql, values).executeUpdate();
    }

    /** All rows of a query that has few. */
    <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
        try (ResultSet result = bound(sql, values).executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    /** All rows of a query that may have many, one after the other. */
    <T> void each(String sql, Row<T> row, Consumer<T> each, Object... values) throws SQLException {
        try (ResultSet result = bound(sql, values).executeQuery()) {
            while (result.next()) {
                each.accept(row.read(result));
            }
        }
    }

    /** The first row of a query, if it has one. */
    <T> Optional<T> first(String sql, Row<T> row, Object... values) throws SQLException {
        try (ResultSet result = bound(sql, values).executeQuery()) {
            return result.next() ? Optional.of(row.read(result)) : Optional.empty();
        }
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

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
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
