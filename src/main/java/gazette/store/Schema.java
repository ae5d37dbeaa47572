package gazette.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, and their way from one release to the next. The store's {@code user_version} repeats the number of its
 * last migration, because asking Flyway costs 0.3 s at each start.
 */
final class Schema {
    /** The number of the newest migration. */
    static final int VERSION = 11;

    /** Gazette's own tables, as the migrations leave them. */
    private static final String TABLES = "/gazette/store/tables.sql";

    private Schema() {}

    /** The number of the last migration that {@code connection}'s store has seen. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            return version.getInt(1);
        }
    }

    /** Refuses a store that a newer Gazette has changed. */
    static void refuseNewer(Sqlite store, int version) {
        if (version > VERSION) {
            throw new StoreFailure(store.file() + " was changed by a newer Gazette (schema " + version
                    + ", this one knows " + VERSION + "): upgrade Gazette");
        }
    }

    /** Refuses a store that has migrations to come. */
    static void refuseOlder(Sqlite store, int version) {
        if (version < VERSION) {
            throw new StoreFailure(store.file() + " was made by an older Gazette (schema " + version
                    + ", this one needs " + VERSION + "): start «gazette run» once to upgrade it");
        }
    }

    /** Brings the store up to {@link #VERSION}. Of several processes that start at once one does it, the others wait. */
    static synchronized void upgrade(Sqlite store) throws IOException, SQLException {
        Path lock = store.file().resolveSibling(store.file().getFileName() + ".upgrade");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock();
                Connection connection = store.writing().getConnection()) {
            if (alone.isValid() && version(connection) < VERSION) {
                migrate(store);
                refuseLooseEnds(store, connection);
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("pragma user_version = " + VERSION);
                }
            }
            Files.deleteIfExists(lock);
        }
    }

    /** While migrations ran, no foreign key was looked at: SQLite can then make a table anew that others refer to. */
    private static void refuseLooseEnds(Sqlite store, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet loose = statement.executeQuery("pragma foreign_key_check")) {
            if (loose.next()) {
                throw new StoreFailure("the upgraded " + store.file() + " has rows of " + loose.getString(1)
                        + " that refer to rows of " + loose.getString(3) + " that are not there: bring the store back"
                        + " from a backup and tell us");
            }
        }
    }

    private static void migrate(Sqlite store) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(store.migrating())
                    .locations("classpath:gazette/store/common")
                    .placeholders(Sqlite.WORDS)
                    .javaMigrations(new QuartzTables())
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException broken) {
            throw StoreFailure.of("upgrade the tables of " + store.file(), broken);
        }
    }

    /** Makes Gazette's own tables in an empty database, without a history: going through it takes seven times as long. */
    static void create(Connection empty) throws IOException, SQLException {
        try (InputStream text = Schema.class.getResourceAsStream(TABLES);
                Statement statement = empty.createStatement()) {
            byte[] sql = Optional.ofNullable(text)
                    .orElseThrow(() -> new IllegalStateException(TABLES + " is not in the jar"))
                    .readAllBytes();
            statement.executeUpdate(new String(sql, StandardCharsets.UTF_8));
        }
    }
}
