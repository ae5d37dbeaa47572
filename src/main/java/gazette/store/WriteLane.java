package gazette.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The process's one connection that writes. Whoever wants to write waits in a fair queue, because SQLite's own lock is
 * not fair: a committer without pauses starves all others. Guarded by a permit rather than a lock, because a borrowed
 * connection may be closed by another thread than the one that took it.
 */
final class WriteLane implements Writes {
    /** A borrower that has not come back for as long, in seconds, no longer keeps the store from closing. */
    private static final long PATIENCE = 5;

    /** Between two knocks at the door of another process that writes, in nanoseconds. */
    private static final long KNOCK = 100_000;

    /** A page waits no longer for its turn, in milliseconds. */
    private static final long KNOWN_WITHIN = 100;

    private final Semaphore permit = new Semaphore(1, true);
    private final Connection connection;
    private final Session session;

    /** Transactions of this process that were not of delivery alone; guarded by the permit. */
    private long own;

    WriteLane(Connection connection) {
        patience(connection, 0);
        this.connection = connection;
        this.session = new Session(connection);
    }

    @Override
    public <T> T write(String step, Work<T> work) {
        return writeOfDelivery(step, session -> {
            own++; // also when it fails: what is made anew too often is still right
            return work.in(session);
        });
    }

    @Override
    public <T> T writeOfDelivery(String step, Work<T> work) {
        permit.acquireUninterruptibly(); // an outcome must be written down even by a thread that is asked to stop
        try {
            return transaction(work);
        } catch (SQLException broken) {
            throw StoreFailure.of(step, broken);
        } finally {
            permit.release();
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        boolean committed = false;
        begin();
        try {
            T result = work.in(session);
            session.update("commit");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack();
            }
        }
    }

    /**
     * Waits for another process that writes. SQLite would doze for longer and longer, up to a tenth of a second, and
     * seldom wake in the moment between two commits of a process that makes one after the other.
     */
    private void begin() throws SQLException {
        long deadline = System.nanoTime() + Duration.ofMillis(Sqlite.PATIENCE).toNanos();
        while (true) {
            try {
                session.update("begin immediate");
                return;
            } catch (SQLException busy) {
                if (!Sqlite.isBusy(busy) || System.nanoTime() > deadline) {
                    throw busy;
                }
                LockSupport.parkNanos(KNOCK);
            }
        }
    }

    /** How long, in milliseconds, SQLite itself waits for another process: for whoever does not begin here. */
    private static void patience(Connection connection, int millis) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + millis);
        } catch (SQLException broken) {
            throw StoreFailure.of("say how long to wait for other processes", broken);
        }
    }

    private void rollBack() {
        try {
            session.update("rollback");
        } catch (SQLException rolledBackBySqliteItself) { // a full disk or a failed read ends the transaction
            assert !rolledBackBySqliteItself.getMessage().isEmpty();
        }
    }

    /** The count that SQLite keeps for this connection leaves out what it commits itself. */
    @Override
    public Optional<Long> version() {
        try {
            if (!permit.tryAcquire(KNOWN_WITHIN, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(session.number("pragma data_version") << 32 | own);
        } catch (SQLException broken) {
            throw StoreFailure.of("look whether the store has changed", broken);
        } finally {
            permit.release();
        }
    }

    @Override
    public Connection borrow() {
        permit.acquireUninterruptibly();
        patience(connection, Sqlite.PATIENCE);
        return BorrowedConnection.of(connection, this::takeBack);
    }

    private void takeBack() {
        try {
            patience(connection, 0);
        } finally {
            permit.release();
        }
    }

    /** How many wait for their turn just now. */
    int waiting() {
        return permit.getQueueLength();
    }

    @Override
    public void close() {
        boolean alone = false;
        try {
            alone = permit.tryAcquire(PATIENCE, TimeUnit.SECONDS);
            session.close();
            patience(connection, Sqlite.PATIENCE); // the last to close tidies the log away
            connection.close();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (SQLException broken) {
            throw StoreFailure.of("close the store", broken);
        } finally {
            if (alone) {
                permit.release();
            }
        }
    }
}
