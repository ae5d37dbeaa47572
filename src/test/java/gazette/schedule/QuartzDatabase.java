package gazette.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartz.impl.jdbcjobstore.JobStoreTX;

/** A SQLite file with Quartz's tables and one connection that its users take in turn, as in the store's write lane. */
final class QuartzDatabase implements AutoCloseable {
    private final Connection only;
    private final Semaphore lane = new Semaphore(1, true);

    QuartzDatabase(Path file) {
        try {
            only = DriverManager.getConnection("jdbc:sqlite:" + file + "?journal_mode=WAL&transaction_mode=IMMEDIATE");
            if (rows("select name from sqlite_master where name = 'QRTZ_LOCKS'").isEmpty()) {
                createTables();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createTables() throws SQLException {
        try (InputStream script = JobStoreTX.class.getResourceAsStream("tables_postgres.sql");
                Statement statement = only.createStatement()) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("DROP") && !line.startsWith("COMMIT") && !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            for (String one : Pattern.compile(";").split(sql)) {
                if (!one.isBlank()) {
                    statement.executeUpdate(one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its turn; closing gives the turn to the next. */
    Connection connection() {
        lane.acquireUninterruptibly();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        only.setAutoCommit(true);
                        lane.release();
                        return null;
                    }
                    return method.invoke(only, arguments);
                });
    }

    /** The first column of what a statement finds. */
    List<String> rows(String sql) {
        lane.acquireUninterruptibly();
        try (Statement statement = only.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            lane.release();
        }
    }

    @Override
    public void close() {
        lane.acquireUninterruptibly();
        try {
            only.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
