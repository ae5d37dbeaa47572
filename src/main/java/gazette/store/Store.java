package gazette.store;

import gazette.article.Articles;
import gazette.delivery.Outbox;
import gazette.delivery.PaceBook;
import gazette.delivery.Register;
import gazette.edition.Editions;
import gazette.edition.Plans;
import gazette.pickup.Sources;
import gazette.subscriber.Subscribers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The workspace's database, and the ports that it fills. Safe to use from many threads; other processes may have the
 * same file open.
 *
 * <p>Every method that changes something has committed to the disk when it returns. Whatever the database cannot do is a
 * {@link StoreFailure}.
 */
public final class Store implements AutoCloseable {
    /** Between two looks at a new file that another is making. */
    private static final Duration RETRY = Duration.ofMillis(10);

    private final Reads reads;
    private final Writes writes;
    private final Articles articles;
    private final Sources sources;
    private final Subscribers subscribers;
    private final Editions editions;
    private final Plans plans;
    private final JdbcOutbox outbox;
    private final PaceBook paceBook;
    private final Register register;

    private Store(Reads reads, Writes writes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.articles = new JdbcArticles(reads, writes, clock);
        this.sources = new JdbcSources(reads, writes);
        this.subscribers = new JdbcSubscribers(reads, writes, clock);
        this.editions = new JdbcEditions(reads, writes, clock);
        this.plans = new JdbcPlans(reads, writes);
        this.outbox = new JdbcOutbox(reads, writes, clock);
        this.paceBook = new JdbcPaceBook(reads, writes);
        this.register = new JdbcRegister(reads);
    }

    /** Loads the driver, which takes longer than opening a store. Whoever does not call this waits for it there. */
    public static void load() {
        try {
            KeptLibrary.use();
            Sqlite.inMemory().close();
        } catch (SQLException broken) {
            throw StoreFailure.of("load SQLite", broken);
        }
    }

    /**
     * Opens the SQLite file for reading and writing. Makes it, readable by its owner alone, with its folder, when it is
     * not there; upgrades its tables when an older release made them.
     *
     * @throws StoreFailure when the file cannot be had, or a newer release has changed it
     */
    public static Store open(Path file, Clock clock) {
        Sqlite sqlite = new Sqlite(file);
        try {
            sqlite.create();
            int version = versionSoon(sqlite);
            if (version != Schema.VERSION) {
                Schema.refuseNewer(sqlite, version);
                Schema.upgrade(sqlite);
            }
            return new Store(
                    new ReadPool(sqlite), new WriteLane(sqlite.writing().getConnection()), clock);
        } catch (IOException | SQLException broken) {
            throw StoreFailure.of("open " + sqlite.file(), broken);
        }
    }

    /**
     * The store's version. Two that open a new file at once both turn it to WAL, and SQLite tells one of them at once
     * that it is busy, without the patience that it has for writers: that one tries again, for as long as for a writer.
     */
    private static int versionSoon(Sqlite sqlite) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofMillis(Sqlite.PATIENCE).toNanos();
        while (true) {
            try {
                return version(sqlite);
            } catch (SQLException busy) {
                if (!Sqlite.isBusy(busy) || System.nanoTime() > deadline) {
                    throw busy;
                }
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    private static int version(Sqlite sqlite) throws SQLException {
        try (Connection connection = sqlite.writing().getConnection()) {
            return Schema.version(connection);
        }
    }

    /**
     * Opens the SQLite file for looking at it: nothing in its folder changes, and whatever would write is an
     * {@link IllegalStateException}. A file that is not there gives an empty store in memory.
     *
     * @throws StoreFailure when the file cannot be read, or another release made its tables; the message names the
     *     remedy
     */
    public static Store openReadOnly(Path file, Clock clock) {
        Sqlite sqlite = new Sqlite(file);
        if (!sqlite.isThere()) {
            return new Store(EmptyStore.open(), new NoWrites(), clock);
        }
        try (Connection connection = sqlite.readOnly()) {
            int version = Schema.version(connection);
            Schema.refuseNewer(sqlite, version);
            Schema.refuseOlder(sqlite, version);
            return new Store(new ReadOnlyFile(sqlite), new NoWrites(), clock);
        } catch (SQLException broken) {
            throw StoreFailure.of("open " + sqlite.file(), broken);
        }
    }

    /**
     * A number that changes with every commit of this process or another, but for those of this process that only move
     * dispatches from state to state. Cheap to ask for; while this process writes, it waits for a turn, and where that is
     * long in coming it counts every commit.
     */
    public long version() {
        return writes.version().orElseGet(reads::version);
    }

    /** The articles that were picked up. */
    public Articles articles() {
        return articles;
    }

    /** How the sources are doing. */
    public Sources sources() {
        return sources;
    }

    /** People and their subscriptions. */
    public Subscribers subscribers() {
        return subscribers;
    }

    /** The editions of all newsletters. */
    public Editions editions() {
        return editions;
    }

    /** What editors decided about coming editions. */
    public Plans plans() {
        return plans;
    }

    /** Who is owed what. */
    public Outbox outbox() {
        return outbox;
    }

    /** What was learnt of paces, and how far warm-ups are. */
    public PaceBook paceBook() {
        return paceBook;
    }

    /** Editions and their readers as lists show them. */
    public Register register() {
        return register;
    }

    /** What the turns of this process waited for their commits. */
    public TurnTimes turnTimes() {
        return outbox.turnTimes();
    }

    /**
     * The process's one connection that writes, for a library that commits by itself. Waits its fair turn; until the
     * connection is closed, from whatever thread, nobody else writes: do one short transaction and close it. What it
     * leaves uncommitted is rolled back.
     */
    public Connection borrowWriter() {
        return writes.borrow();
    }

    /** Closes all connections; whoever writes just now finishes first, within a few seconds. */
    @Override
    public void close() {
        try {
            reads.close();
        } finally {
            writes.close();
        }
    }
}
