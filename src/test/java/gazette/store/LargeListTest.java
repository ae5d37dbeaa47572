package gazette.store;

import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.SLOT;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.Readership;
import gazette.subscriber.SubscriptionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A list of a large newsletter; {@code -Dgazette.readers=1000000} for a larger one. The bounds allow for a slow machine. */
@Tag("long")
final class LargeListTest {
    private static final int READERS = Integer.getInteger("gazette.readers", 100_000);
    private static final Duration PER_HUNDRED_THOUSAND = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    @Test
    void aLargeListIsTakenOverFilledAndHandedOverInTime(TestReporter report) {
        try (SqliteWorld world = new SqliteWorld(folder, clock)) {
            Duration first = time(() -> world.subscribers().take(Samples.readers(READERS, "1")));
            Duration again = time(() -> world.subscribers().take(Samples.readers(READERS - 1, "2")));
            Edition edition = Samples.rendered(world, SLOT);
            Duration fill =
                    time(() -> world.outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty()));
            Readership readership = world.outbox().readership(NEWSLETTER, "daily");
            Set<String> fields = Set.of("name", "since", "city", "note", "job");
            Duration wishes = time(() -> assertThat(readership.wishes(fields)).hasSize(1));
            Duration longest = time(() -> assertThat(readership.longest(fields)).hasSize(4));
            Duration tally = time(() -> world.outbox().tally(edition.id()));
            Duration one = time(() -> turns(world.outbox(), 1, 2_000));
            Duration eight = time(() -> turns(world.outbox(), 8, 2_000));

            report.publishEntry(
                    READERS + " readers",
                    "first import " + first + ", second " + again + ", fill " + fill + ", wishes " + wishes
                            + ", longest " + longest + ", tally " + tally + ", 2,000 messages on 1 connection " + one
                            + ", 16,000 on 8 " + eight);
            Duration most = PER_HUNDRED_THOUSAND.multipliedBy(READERS / 100_000);
            assertThat(List.of(first, again, fill, wishes, longest)).allMatch(time -> time.compareTo(most) < 0);
            assertThat(world.outbox().tally(edition.id()).in(DispatchState.ACCEPTED))
                    .isEqualTo(18_000);
        }
    }

    @Test
    void anUnsubscribeIsNotKeptWaitingByAnImport(TestReporter report) {
        try (SqliteWorld world = new SqliteWorld(folder, clock)) {
            world.subscribers().take(Samples.readers(1_000, "1"));
            CompletableFuture<Duration> importing = CompletableFuture.supplyAsync(
                    () -> time(() -> world.subscribers().take(Samples.readers(READERS, "2"))));
            List<Duration> waits = new ArrayList<>();
            for (long reader = 1; !importing.isDone(); reader++) {
                long leaving = reader % 1_000;
                waits.add(time(() -> world.subscribers().leave(NEWSLETTER, leaving)));
            }
            Collections.sort(waits);

            Duration p99 = waits.get(waits.size() * 99 / 100);
            report.publishEntry("unsubscribing", waits.size() + " times, p99 " + p99);
            assertThat(p99).isLessThan(importing.join().dividedBy(10));
            assertThat(world.subscribers().count(NEWSLETTER))
                    .containsEntry(SubscriptionState.ENDED, Math.min(999L, waits.size()));
        }
    }

    private static void turns(Outbox outbox, int connections, int each) {
        Epoch epoch = outbox.enlist(Duration.ofHours(1));
        Journal journal = outbox.journal(epoch, RetryPolicy.TWO_DAYS);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            Iterator<Dispatch> claimed = outbox.claim(epoch, each).iterator();
            running.add(CompletableFuture.runAsync(() -> deliver(claimed, journal), task -> new Thread(task).start()));
        }
        running.forEach(CompletableFuture::join);
    }

    private static void deliver(Iterator<Dispatch> claimed, Journal journal) {
        Optional<Settled> last = Optional.empty();
        while (claimed.hasNext()) {
            Dispatch next = claimed.next();
            assertThat(journal.turn(last, Optional.of(next))).isTrue();
            last = Optional.of(new Settled(next, Samples.ACCEPTED));
        }
        journal.turn(last, Optional.empty());
    }

    private static Duration time(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
