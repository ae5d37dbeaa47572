package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {
    @TempDir
    private Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private WriteLane lane;
    private GroupCommit group;

    @BeforeEach
    void open() throws SQLException {
        Connection connection = connection();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table mark (number integer primary key)");
        }
        lane = new WriteLane(connection);
        group = new GroupCommit(new Counting());
    }

    @AfterEach
    void close() {
        lane.close();
    }

    /** The lane, with its successful commits counted. */
    private final class Counting implements Writes {
        @Override
        public <T> T write(String step, Work<T> work) {
            return writeOfDelivery(step, work);
        }

        @Override
        public <T> T writeOfDelivery(String step, Work<T> work) {
            T result = lane.writeOfDelivery(step, work);
            commits.incrementAndGet();
            return result;
        }

        @Override
        public Optional<Long> version() {
            return lane.version();
        }

        @Override
        public Connection borrow() {
            return lane.borrow();
        }

        @Override
        public void close() {
            lane.close();
        }
    }

    @Test
    void whoeverWaitsTogetherIsCommittedOnceAndGetsTheirOwnVerdict() throws Exception {
        List<CompletableFuture<Boolean>> turns = waitingBehind(lane.borrow(), 8);

        CompletableFuture.allOf(turns.toArray(CompletableFuture[]::new)).join();

        assertThat(commits).hasValue(1);
        for (int number = 0; number < 8; number++) {
            assertThat(turns.get(number).join()).isEqualTo(number % 2 == 0);
        }
        assertThat(marks()).isEqualTo(8);
    }

    @Test
    void whoeverComesWithTheSameBatchIsAskedTogetherAndGetsTheirOwnAnswer() throws Exception {
        List<List<Integer>> asked = new ArrayList<>();
        Batch<Integer, String> batch = (session, requests) -> {
            asked.add(List.copyOf(requests));
            return requests.stream().map(request -> "answer to " + request).toList();
        };
        Connection held = lane.borrow();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int request = 0; request < 6; request++) {
            int mine = request;
            answers.add(CompletableFuture.supplyAsync(() -> group.commit(batch, mine), this::start));
        }
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> turn(2), this::start);
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        held.close();

        for (int request = 0; request < 6; request++) {
            assertThat(answers.get(request).join()).isEqualTo("answer to " + request);
        }
        assertThat(other.join()).isTrue();
        assertThat(commits).hasValue(1);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    @Test
    void manyThreadsMakeFewerCommitsThanTurnsAndLoseNone() throws InterruptedException {
        int each = 200;
        for (int thread = 0; thread < 8; thread++) {
            int first = thread * each;
            start(() -> {
                for (int number = first; number < first + each; number++) {
                    assertThat(turn(number)).isEqualTo(number % 2 == 0);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(marks()).isEqualTo(8L * each);
        assertThat(commits.get()).isBetween(each, 8 * each - 1);
    }

    @Test
    void oneAloneCommitsAtOnce() {
        assertThat(turn(1)).isFalse();
        assertThat(turn(2)).isTrue();

        assertThat(commits).hasValue(2);
    }

    @Test
    void aFailureIsEverybodysInTheGroupAndNobodysAfterwards() throws Exception {
        turn(3);
        List<CompletableFuture<Boolean>> turns = waitingBehind(lane.borrow(), 6); // 3 breaks the primary key

        for (CompletableFuture<Boolean> turn : turns) {
            assertThatThrownBy(turn::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StoreFailure.class)
                    .hasMessageContaining("commit a turn");
        }
        assertThat(marks()).isEqualTo(1);
        assertThat(turn(4)).isTrue();
        assertThat(marks()).isEqualTo(2);
    }

    @Test
    void aStoreThatIsGoneFailsEveryTurnAndHangsNone() {
        lane.close();

        assertThatThrownBy(() -> turn(1)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> turn(2)).isInstanceOf(StoreFailure.class);
        lane = new WriteLane(connection());
    }

    private List<CompletableFuture<Boolean>> waitingBehind(Connection held, int turns) throws SQLException {
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int number = 0; number < turns; number++) {
            int mine = number;
            waiting.add(CompletableFuture.supplyAsync(() -> turn(mine), this::start));
        }
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        held.close();
        return waiting;
    }

    private void start(Runnable task) {
        Thread thread = new Thread(task);
        threads.add(thread);
        thread.start();
    }

    private boolean turn(int number) {
        return group.commit(session -> {
            session.update("insert into mark (number) values (?)", number);
            return number % 2 == 0;
        });
    }

    private long marks() {
        return lane.write("count", session -> session.number("select count(*) from mark"));
    }

    private Connection connection() {
        try {
            return new Sqlite(folder.resolve("group.db")).writing().getConnection();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }
}
