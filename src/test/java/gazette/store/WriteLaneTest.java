package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriteLaneTest {
    @TempDir
    private Path folder;

    private Connection connection;
    private WriteLane lane;

    @BeforeEach
    void open() throws SQLException {
        Sqlite store = new Sqlite(folder.resolve("lane.db"));
        connection = store.writing().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table mark (name text)");
        }
        lane = new WriteLane(connection);
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void afterAFullDiskTheSameStatementsGoOn() throws SQLException {
        String large = "x".repeat(100_000);
        pages(1);
        assertThatThrownBy(() -> mark(large)).hasMessageContaining("full");
        assertThatThrownBy(() -> mark(large)).hasMessageContaining("full");

        pages(1_000_000);
        mark(large);

        assertThat(marks()).isEqualTo(1);
    }

    /** The database may not be larger; what it has already it keeps. */
    private void pages(int most) throws SQLException {
        try (Connection borrowed = lane.borrow();
                Statement statement = borrowed.createStatement()) {
            statement.execute("pragma max_page_count = " + most);
        }
    }

    private void mark(String name) {
        lane.write("mark", session -> session.update("insert into mark (name) values (?)", name));
    }

    @Test
    void writersAndBorrowersTakeTurnsInTheOrderInWhichTheyCame() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Connection held = lane.borrow();
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = (i % 2 == 0 ? "borrower " : "writer ") + i;
            int before = i;
            waiting.add(CompletableFuture.runAsync(
                    name.startsWith("b") ? () -> borrow(name, order) : () -> write(name, order),
                    task -> new Thread(task, name).start()));
            await().until(() -> lane.waiting() == before + 1);
        }

        held.close();
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();

        assertThat(order)
                .containsExactly(
                        "borrower 0",
                        "writer 1",
                        "borrower 2",
                        "writer 3",
                        "borrower 4",
                        "writer 5",
                        "borrower 6",
                        "writer 7");
        assertThat(marks()).isEqualTo(8);
    }

    @Test
    void aCommitterWithoutPausesKeepsNobodyWaitingForMoreThanItsCommitUnderWay() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        Thread committer = new Thread(() -> {
            while (!enough.get()) {
                write("committer", new ArrayList<>());
                commits.incrementAndGet();
            }
        });
        committer.start();

        for (int turn = 0; turn < 30; turn++) {
            int before = commits.get();
            Connection borrowed = lane.borrow();
            int meanwhile = commits.get() - before;
            borrowed.close();
            assertThat(meanwhile).as("commits while a borrower waited").isLessThanOrEqualTo(2);
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> commits.get() > before);
        }
        enough.set(true);
        committer.join();
    }

    @Test
    void whatABorrowerDidNotCommitIsRolledBack() throws SQLException {
        Connection borrowed = lane.borrow();
        borrowed.setAutoCommit(false);
        insert(borrowed, "lost");
        borrowed.close();
        borrowed.close();

        assertThat(marks()).isZero();
        assertThat(borrowed.isClosed()).isTrue();
        assertThatThrownBy(borrowed::createStatement).isInstanceOf(SQLException.class);
    }

    @Test
    void aBorrowedConnectionMayBeClosedByAnotherThread() throws Exception {
        Connection borrowed = lane.borrow();
        borrowed.setAutoCommit(false);
        insert(borrowed, "kept");
        borrowed.commit();

        CompletableFuture.runAsync(() -> close(borrowed)).join();

        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void aBorrowersTransactionBeginsWithTheWriteLock() throws SQLException {
        try (Connection borrowed = lane.borrow();
                Connection other =
                        new Sqlite(folder.resolve("lane.db")).writing().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 1");
            borrowed.setAutoCommit(false);

            assertThatThrownBy(() -> statement.execute("begin immediate")).hasMessageContaining("locked");
        }
    }

    @Test
    void aFailedWriteLeavesNothingAndTheNextOneGoesOn() {
        assertThatThrownBy(() -> lane.write("mark", session -> {
                    session.update("insert into mark (name) values ('half')");
                    session.update("insert into nowhere (name) values ('other half')");
                    return true;
                }))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("could not mark")
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> lane.write("mark", session -> {
                    session.update("insert into mark (name) values ('half')");
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(marks()).isZero();
        write("after", new ArrayList<>());
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void aThreadThatIsAskedToStopStillWritesWhatItHasToWrite() {
        Thread.currentThread().interrupt();

        write("outcome", new ArrayList<>());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(marks()).isEqualTo(1);
    }

    private void write(String name, List<String> order) {
        lane.write("mark", session -> {
            order.add(name);
            return session.update("insert into mark (name) values (?)", name);
        });
    }

    private void borrow(String name, List<String> order) {
        try (Connection borrowed = lane.borrow()) {
            borrowed.setAutoCommit(false);
            order.add(name);
            insert(borrowed, name);
            borrowed.commit();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into mark (name) values ('" + name + "')");
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private long marks() {
        return lane.write("count", session -> session.number("select count(*) from mark"));
    }
}
