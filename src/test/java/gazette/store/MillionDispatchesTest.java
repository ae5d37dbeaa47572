package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.DispatchState;
import gazette.delivery.Outbox;
import gazette.delivery.SuppressionReason;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counting, filling and cancelling cost with many readers, and how long others wait meanwhile. */
final class MillionDispatchesTest {
    @TempDir
    private Path folder;

    @Test
    void readersLeaveWhileAnAudienceIsFrozenAndAnEditionIsCancelled() throws Exception {
        othersGetIn(30_000);
    }

    @Test
    @Tag("long")
    void aMillionReadersAreNoReasonToWait() throws Exception {
        othersGetIn(1_000_000);
    }

    private void othersGetIn(int readers) throws Exception {
        try (SqliteWorld world = new SqliteWorld(folder, Clock.systemUTC())) {
            subscribe(world, readers);
            Outbox outbox = world.outbox();
            Edition edition = Samples.rendered(world, Samples.SLOT);

            List<Long> waits = timed(
                    "fill", world, () -> outbox.fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty()));
            time("tally", () -> outbox.tally(edition.id()));
            time("domains", () -> outbox.domains(edition.id(), 10));
            time("answers", () -> outbox.answers(edition.id(), 10));
            int[] rows = {0};
            time("each", () -> {
                outbox.each(edition.id(), EnumSet.allOf(DispatchState.class), row -> rows[0]++);
                return rows;
            });
            waits.addAll(timed("cancel", world, () -> outbox.cancel(edition.id())));

            long left = readers - outbox.tally(edition.id()).audience();
            assertThat(rows[0] + left).isEqualTo(readers);
            assertThat(outbox.tally(edition.id()).suppressed().get(SuppressionReason.CANCELLED))
                    .isEqualTo(readers - left);
            Collections.sort(waits);
            System.out.printf(
                    "%d readers: who leaves meanwhile waits %d ms (99 %%), %d ms at most%n",
                    readers, waits.get(waits.size() * 99 / 100), waits.get(waits.size() - 1));
            assertThat(waits.get(waits.size() * 99 / 100)).isLessThan(2_000);
        }
    }

    private static void subscribe(SqliteWorld world, int readers) {
        world.subscribers().take(Samples.readers(1, "1"));
        world.sql("""
                insert into subscriber (address, domain)
                with recursive n (i) as (select 2 union all select i + 1 from n where i < %d)
                select 'reader-' || i || '@d' || (i %% 500) || '.example.org', 'd' || (i %% 500) || '.example.org' from n
                """.formatted(readers));
        world.sql("""
                insert into subscription (newsletter, subscriber, state, cadence, name, language, topics, since, fields,
                  source, listed, changed_at)
                select p.newsletter, s.id, p.state, p.cadence, p.name, p.language, p.topics, p.since, p.fields, p.source,
                  p.listed, p.changed_at
                from subscription p, subscriber s
                where s.id <> p.subscriber
                """);
    }

    /** How long each of those waited, in milliseconds, who left while {@code work} ran. */
    private static <T> List<Long> timed(String name, SqliteWorld world, Callable<T> work) throws Exception {
        ExecutorService alone = Executors.newSingleThreadExecutor();
        try {
            Future<Long> done = alone.submit(() -> time(name, work));
            List<Long> waits = new ArrayList<>();
            for (int i = 1; !done.isDone(); i++) {
                long begun = System.nanoTime();
                world.subscribers().leave(Samples.NEWSLETTER, i * 7L);
                waits.add((System.nanoTime() - begun) / 1_000_000);
            }
            done.get();
            return waits;
        } finally {
            alone.shutdown();
        }
    }

    private static <T> long time(String name, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf("  %s: %d ms%n", name, millis);
        return millis;
    }
}
