package gazette.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The process's one connection that writes. Whoever wants to write waits in a fair queue, because SQLite's own lock is
 * not fair: a committer without pauses starves all others. Guarded by a permit rather than a lock, because a borrowed
 * connection may be closed by another thread than the one that took it.
 */
final class WriteLane implements Writes {
    /** A borrower that has not come back for as long, in seconds, no longer keeps the store from closing. */
    private static final long PATIENCE = 5;

    private final Semaphore permit = new Semaphore(1, true);
    private final Connection connection;
    private final Session session;

    WriteLane(Connection connection) {
        this.connection = connection;
        this.session = new Session(connection);
    }

    @Override
    public <T> T write(String step, Work<T> work) {
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
        session.update("begin immediate");
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

    private void rollBack() {
        try {
            session.update("rollback");
        } catch (SQLException rolledBackBySqliteItself) { // a full disk or a failed read ends the transaction
            assert !rolledBackBySqliteItself.getMessage().isEmpty();
        }
    }

    @Override
    public Connection borrow() {
        permit.acquireUninterruptibly();
        return BorrowedConnection.of(connection, permit::release);
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
