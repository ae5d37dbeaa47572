package gazette.store;

import static gazette.store.Samples.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it does turns; what it was told to be durable is there. */
final class CrashTest {
    private static final int READERS = 1_500;

    @TempDir
    private Path folder;

    /** The process that is killed: hands over, settles, and says so line by line. */
    static final class Child {
        private Child() {}

        @SuppressWarnings("SystemOut") // the parent reads along
        public static void main(String[] args) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try (Store store = Store.open(Path.of(args[0]), Clock.systemUTC())) {
                Outbox outbox = store.outbox();
                Epoch epoch = outbox.enlist(Duration.ofHours(1));
                outbox.takeBackAllBut(epoch);
                Journal journal = outbox.journal(epoch, RetryPolicy.TWO_DAYS);
                List<Dispatch> claimed = outbox.claim(epoch, 50);
                while (!claimed.isEmpty()) {
                    claimed.forEach(dispatch -> deliver(dispatch, journal, out));
                    claimed = outbox.claim(epoch, 50);
                }
            }
        }

        private static void deliver(Dispatch dispatch, Journal journal, PrintStream out) {
            journal.turn(Optional.empty(), Optional.of(dispatch));
            out.println("handing over " + dispatch.id().value());
            journal.turn(Optional.of(new Settled(dispatch, ACCEPTED)), Optional.empty());
            out.println("accepted " + dispatch.id().value());
        }
    }

    @Test
    void nothingThatWasSaidToBeDurableIsLostWhenTheProcessIsKilled() throws Exception {
        losesNothing(3);
    }

    @Test
    @Tag("long")
    void norWhenItIsKilledTwentyTimes() throws Exception {
        losesNothing(20);
    }

    private void losesNothing(int kills) throws Exception {
        EditionId edition;
        try (SqliteWorld world = new SqliteWorld(folder, new HandClock())) {
            edition = Samples.filled(world, READERS).id();
        }
        Set<String> accepted = new HashSet<>();
        int cutOff = 0;

        for (int kill = 1; kill <= kills; kill++) {
            cutOff += runAndKill(accepted, kills > 3 ? 10 + kill : 50 * kill);
            try (Store store = Store.open(file(), new HandClock())) {
                Tally tally = store.outbox().tally(edition);
                assertThat(tally.balances()).isTrue();
                assertThat(tally.audience()).isEqualTo(READERS);
                assertThat(acceptedIn(store)).containsAll(accepted);
                assertThat(tally.in(DispatchState.ACCEPTED))
                        .isBetween((long) accepted.size(), accepted.size() + (long) kill);
                assertThat(tally.in(DispatchState.HANDING_OVER)).isLessThanOrEqualTo(1);
            }
        }
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(300);
        assertThat(cutOff).as("announced hand-overs without an outcome").isLessThanOrEqualTo(kills);
    }

    /** How many hand-overs were announced whose outcome was not. */
    private int runAndKill(Set<String> accepted, int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int handedOver = 0;
        int settled = 0;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (Optional<String> line = next(said); line.isPresent(); line = next(said)) {
                handedOver += line.get().startsWith("handing over") ? 1 : 0;
                if (line.get().startsWith("accepted ")) {
                    accepted.add(line.get().substring("accepted ".length()));
                    settled++;
                }
                if (settled == lines) {
                    child.toHandle().destroyForcibly(); // the process alone: what it had said can still be read
                }
            }
        }
        assertThat(child.waitFor()).as("it was killed").isNotZero();
        assertThat(settled).isGreaterThanOrEqualTo(lines);
        return handedOver - settled;
    }

    private static Optional<String> next(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    private static Set<String> acceptedIn(Store store) throws Exception {
        Set<String> ids = new HashSet<>();
        try (Connection connection = store.borrowWriter();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from dispatch where state = 'ACCEPTED'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private Path file() {
        return folder.resolve("data/gazette.db");
    }
}
