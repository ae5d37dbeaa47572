package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gazette.delivery.Simulation.Run;
import gazette.edition.EditionId;
import gazette.render.Renderer;
import gazette.store.Worlds;
import gazette.subscriber.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any interleaving of workers, faults, readers who leave and processes that end: nobody is lost, and nobody gets a copy but
 * over a gap that was cut. {@code -Dseed=42} repeats one run of the first test, and prints it.
 */
@Timeout(600)
final class SimulationTest {
    private static final int QUICK = 400;
    private static final int MANY = 10_000;

    @TempDir
    private Path folder;

    private Letters letters = dispatch -> Sample.letter(dispatch, 100);

    @BeforeEach
    void press() {
        Press press = new Press(Tokens.open(folder.resolve("secret.key")), new Renderer(folder));
        EditionId first = new EditionId(Worlds.NEWSLETTER, 1);
        Messages real =
                new Messages(new StoredEditions(List.of(Sample.edition(first)), List.of(Sample.variant())), press);
        letters = dispatch -> dispatch.id().value() % 3 == 0 ? Sample.letter(dispatch, 40_000) : real.of(dispatch);
    }

    @Test
    void inAnyInterleavingNobodyIsLostAndNobodyIsRepeatedButOverACutGap() {
        Optional<Long> one = Optional.ofNullable(Long.getLong("seed"));
        if (one.isPresent()) {
            Run run = run(one.get());
            System.out.println(run.report());
            holds(run);
        } else {
            all(QUICK, Duration.ofSeconds(10));
        }
    }

    @Test
    @Tag("long")
    void inTenThousandInterleavingsToo() {
        all(MANY, Duration.ofMinutes(5));
    }

    @Test
    void inTheRealStoreToo() throws IOException {
        allInTheRealStore(6);
    }

    @Test
    @Tag("long")
    void inTheRealStoreManyTimes() throws IOException {
        allInTheRealStore(100);
    }

    private void allInTheRealStore(int count) throws IOException {
        for (long seed = 1; seed <= count; seed++) {
            Path store = Files.createTempDirectory(folder, "store");
            holds(Simulation.run(seed, letters, clock -> Worlds.sqlite(store, clock), Breakage.NONE));
        }
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        LongStream severalLinesCutAtOnce = LongStream.of(50, 197, 199, 225, 391);
        for (long seed : LongStream.concat(LongStream.rangeClosed(1, 15), severalLinesCutAtOnce)
                .toArray()) {
            Run once = run(seed);
            Run again = run(seed);

            assertThat(again.trace()).isEqualTo(once.trace());
            assertThat(again.digest()).as("seed %d", seed).isEqualTo(once.digest());
        }
    }

    /** Seeds from 1, as many as there is time for. */
    private void all(int count, Duration atMost) {
        long begin = System.nanoTime();
        long end = begin + atMost.toNanos();
        long steps = 0;
        long copies = 0;
        long seed = 1;
        for (; seed <= count && System.nanoTime() < end; seed++) {
            Run run = run(seed);
            holds(run);
            steps += run.steps();
            copies += run.copies();
        }
        System.out.printf(
                "%d seeds in %d ms: %d steps, %d copies over gaps that were cut%n",
                seed - 1, (System.nanoTime() - begin) / 1_000_000, steps, copies);
    }

    private static void holds(Run run) {
        if (run.violation().isPresent()) {
            fail(run.report());
        }
    }

    private Run run(long seed) {
        return Simulation.run(seed, letters, Worlds::memory, Breakage.NONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whateverIsBrokenIsFound(Breakage breakage) {
        Optional<Run> found = LongStream.rangeClosed(1, 400)
                .mapToObj(seed -> Simulation.run(seed, letters, Worlds::memory, breakage))
                .filter(run -> run.violation().isPresent())
                .findFirst();

        assertThat(found).isPresent();
        System.out.println(breakage + ": seed " + found.get().seed() + ": "
                + found.get().violation().get());
    }
}
