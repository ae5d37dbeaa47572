package gazette.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** All that is particular to SQLite: how its file is made and opened, and its words in the migrations. */
final class Sqlite {
    /**
     * What the placeholders of the migrations stand for. A number that was given once is never given again: readers
     * keep links with it. {@code field} is the character that the marker of a field begins with.
     */
    static final Map<String, String> WORDS =
            Map.of("id", "integer primary key autoincrement", "clustered", "without rowid", "field", "\uE0F0");

    /** How long, in milliseconds, to wait for another process that writes: longer than its longest commit. */
    static final int PATIENCE = 30_000;

    /** Memory for the sorting of a list on its way in, in KiB (negative says so). */
    private static final int SCRATCH_CACHE = -8_000;

    private final Path file;

    Sqlite(Path file) {
        KeptLibrary.use();
        this.file = file.toAbsolutePath();
    }

    Path file() {
        return file;
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** Makes the file, readable by its owner alone, and its folder; leaves a file that is there as it is. */
    void create() throws IOException {
        Files.createDirectories(folder());
        FileAttribute<?>[] own =
                folder().getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[] {};
        try {
            Files.createFile(file, own);
        } catch (FileAlreadyExistsException kept) {
            assert isThere() : kept;
        }
    }

    private Path folder() {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** To write with: a commit is on the disk when it returns, and a transaction takes the write lock as it begins. */
    SQLiteDataSource writing() {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE);
        return source(config, "");
    }

    /** To migrate with: the same, but rows may refer to rows that are not there while tables are made anew. */
    SQLiteDataSource migrating() {
        SQLiteDataSource source = writing();
        source.setEnforceForeignKeys(false);
        return source;
    }

    /** To read with beside writers; whoever uses it makes it {@code query_only}. */
    SQLiteDataSource reading() {
        SQLiteConfig config = config();
        config.setBusyTimeout(PATIENCE);
        return source(config, "");
    }

    /**
     * To read with, and to keep temporary tables in. Makes no file in the store's folder: when there is no
     * write-ahead log, nobody has the store open, and it is read as if it could not change.
     */
    Connection readOnly() throws SQLException {
        SQLiteConfig config = config();
        config.setBusyTimeout(PATIENCE);
        config.setCacheSize(SCRATCH_CACHE);
        return source(config, isStill() ? "?mode=ro&immutable=1" : "?mode=ro").getConnection();
    }

    /** Whether nobody has it open to write: there is no write-ahead log. */
    boolean isStill() {
        return !Files.exists(log());
    }

    private Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** A number that changes when the file or its log does; 0 when it cannot be looked at. */
    long changes() {
        return 31 * changes(file) + changes(log());
    }

    private static long changes(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return 31 * now.size() + now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        } catch (IOException notThere) {
            return 0;
        }
    }

    /**
     * Times are numbers in the store. For those that are not the driver makes a reader of its notation with each
     * configuration; of a year, it is made at once, and not in ten milliseconds.
     */
    private static SQLiteConfig config() {
        Properties notation = new Properties(); // the configuration writes into it
        notation.setProperty(Pragma.DATE_STRING_FORMAT.getPragmaName(), "yyyy");
        return new SQLiteConfig(notation);
    }

    /** A database in memory, which lasts as long as the connection. */
    static Connection inMemory() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource(config());
        source.setUrl("jdbc:sqlite::memory:");
        return source.getConnection();
    }

    /** Whether {@code failure} says that another process writes just now. */
    static boolean isBusy(SQLException failure) {
        return (failure.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private SQLiteDataSource source(SQLiteConfig config, String options) {
        config.setGetGeneratedKeys(false); // «returning» tells; else each insert asks once more
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toUri() + options);
        return source;
    }
}
