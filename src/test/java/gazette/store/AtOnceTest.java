package gazette.store;

import static gazette.store.Samples.DAILY;
import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.SLOT;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Outbox;
import gazette.delivery.SuppressionReason;
import gazette.edition.Composition;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Notes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one file, each played by a store of its own. */
final class AtOnceTest {
    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private final List<SqliteWorld> processes = new ArrayList<>();

    @BeforeEach
    void open() {
        Stream.generate(() -> new SqliteWorld(folder, clock)).limit(3).forEach(processes::add);
    }

    @AfterEach
    void close() {
        processes.forEach(SqliteWorld::close);
    }

    @Test
    void processesThatComposeTheSameSlotAtOnceComposeOneEdition() {
        processes.get(0).pickUp(Samples.article(1));

        Set<Composition> composed = new HashSet<>(
                together(world -> world.editions().resumeOrCompose(Samples.newsletter(), DAILY, SLOT, Notes.NONE)));

        assertThat(composed).hasSize(1);
        assertThat(processes.get(0).editions().list(Optional.of(NEWSLETTER))).hasSize(1);
    }

    @Test
    void processesThatFillAtOnceFreezeOneAudience() {
        processes.get(0).subscribers().take(Samples.readers(500, "1"));
        Edition edition = Samples.rendered(processes.get(0), SLOT);

        together(world -> world.outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty()));

        assertThat(processes.get(1).outbox().tally(edition.id()).audience()).isEqualTo(500);
        assertThat(processes.get(1).outbox().tally(edition.id()).balances()).isTrue();
    }

    @Test
    void processesThatClaimAtOnceShareTheAudienceWithoutOverlap() {
        Samples.filled(processes.get(0), 500);

        List<List<DispatchId>> shares = together(world -> {
            Outbox outbox = world.outbox();
            Epoch epoch = outbox.enlist(Duration.ofHours(1));
            List<DispatchId> mine = new ArrayList<>();
            for (List<Dispatch> batch = outbox.claim(epoch, 7); !batch.isEmpty(); batch = outbox.claim(epoch, 7)) {
                batch.forEach(dispatch -> mine.add(dispatch.id()));
            }
            return mine;
        });

        assertThat(shares.stream().flatMap(List::stream).toList()).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void aStoredAddressThatMailCannotBeSentToHarmsNobodyElse() {
        SqliteWorld world = processes.get(0);
        Edition edition = Samples.filled(world, 3);
        world.sql("update subscriber set address = 'reader-2@example.org' || char(13, 10) || 'X: y' where id = 2");
        Epoch epoch = world.outbox().enlist(Duration.ofHours(1));

        List<Dispatch> claimed = world.outbox().claim(epoch, 10);

        assertThat(claimed)
                .extracting(dispatch -> dispatch.subscriber().address())
                .containsExactly(Samples.reader(1), Samples.reader(3));
        assertThat(world.outbox().tally(edition.id()).suppressed()).containsEntry(SuppressionReason.BAD_ADDRESS, 1L);
        assertThat(world.outbox().troubles(edition.id(), DispatchState.SUPPRESSED, 9))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.words()).contains("line break"));
        List<String> listed = new ArrayList<>();
        world.subscribers().each(NEWSLETTER, row -> listed.add(row.address().toString()));
        assertThat(listed).hasSize(2);
    }

    @Test
    void aPauseGetsInBesideAProcessThatCommitsWithoutPauses() throws Exception {
        SqliteWorld sender = processes.get(0);
        Edition edition = Samples.filled(sender, 5);
        Epoch epoch = sender.outbox().enlist(Duration.ofHours(1));
        AtomicBoolean sending = new AtomicBoolean(true);
        CompletableFuture<Void> commits = CompletableFuture.runAsync(() -> {
            while (sending.get()) {
                sender.outbox().renew(epoch, Duration.ofHours(1));
            }
        });

        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            processes.get(1).editions().pause(edition.id(), "for a test");
            processes.get(1).editions().resume(edition.id());
            waits.add((System.nanoTime() - begun) / 2_000_000);
        }
        sending.set(false);
        commits.get();

        System.out.printf(
                "a write beside a busy process: %s ms%n",
                waits.stream().sorted().toList());
        assertThat(waits).allMatch(wait -> wait < 1_000);
    }

    private <T> List<T> together(Function<SqliteWorld, T> task) {
        CyclicBarrier start = new CyclicBarrier(processes.size());
        List<CompletableFuture<T>> tasks = new ArrayList<>();
        for (SqliteWorld world : processes) {
            tasks.add(CompletableFuture.supplyAsync(
                    () -> {
                        meet(start);
                        return task.apply(world);
                    },
                    runnable -> new Thread(runnable).start()));
        }
        return tasks.stream().map(CompletableFuture::join).toList();
    }

    private static void meet(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new AssertionError(broken);
        }
    }
}
