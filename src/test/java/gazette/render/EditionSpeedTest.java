package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.CompiledEdition;
import gazette.delivery.Letter;
import gazette.delivery.Press;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.mail.EmailAddress;
import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What a variant costs once, and a message each time; the report says the milliseconds. */
final class EditionSpeedTest {
    private static final int ROUNDS = 25;
    private static final List<Subscriber> READERS =
            IntStream.rangeClosed(1, 2_000).mapToObj(EditionSpeedTest::reader).toList();

    /** So many messages are made in the time of one rendering, at the least; a message that is rendered takes as long. */
    private static final int TIMES = 200;

    /** A message, in milliseconds: ten times what it takes on a machine with nothing else to do. */
    private static final double MOST = 0.1;

    @TempDir
    private Path folder;

    @Test
    void aMessageCostsNextToNothingOnceItsVariantIsCompiled(TestReporter reporter) {
        Renderer renderer = new Renderer(folder);
        Press press = new Press(Tokens.open(folder.resolve("secret.key")), renderer);
        Edition edition = Newsroom.of(Locale.FRANCE).twelveLong();

        double variant = median(System::nanoTime, () -> compiled(renderer, press, edition));
        double letter = spliced(compiled(renderer, press, edition), reporter);

        reporter.publishEntry("a 12-article edition", "rendered and compiled in %.1f ms".formatted(variant));
        assertThat(letter).isLessThan(variant / TIMES);
    }

    @Test
    void aMessageOfUsualSizeIsSpliced(TestReporter reporter) {
        Renderer renderer = new Renderer(folder);
        Press press = new Press(Tokens.open(folder.resolve("secret.key")), renderer);
        CompiledEdition edition =
                compiled(renderer, press, Newsroom.of(Locale.FRANCE).fourLong());

        double letter = spliced(edition, reporter);

        assertThat(octets(edition, READERS.get(0))).isBetween(45_000, 60_000);
        assertThat(letter).isLessThan(MOST);
    }

    /** What one message takes of a processor, in milliseconds: other programs make no difference. */
    private static double spliced(CompiledEdition edition, TestReporter reporter) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double letter = median(threads::getCurrentThreadCpuTime, () -> letters(edition)) / READERS.size();
        reporter.publishEntry(
                "a message of %d KB".formatted(octets(edition, READERS.get(0)) / 1024),
                "spliced in %.1f µs, median of the last %d rounds".formatted(letter * 1000, ROUNDS / 2));
        return letter;
    }

    private static CompiledEdition compiled(Renderer renderer, Press press, Edition edition) {
        Rendering rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY);
        CompiledEdition compiled = press.compile(edition, rendering);
        octets(compiled, READERS.get(0)); // a variant is compiled for its first reader
        return compiled;
    }

    private static long letters(CompiledEdition edition) {
        return READERS.stream().mapToLong(reader -> octets(edition, reader)).sum();
    }

    private static Subscriber reader(int number) {
        return new Subscriber(
                number,
                EmailAddress.of("reader-" + number + "@example.org"),
                "Lectrice " + number,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, 15)),
                Map.of());
    }

    private static int octets(CompiledEdition edition, Subscriber reader) {
        return ((Letter) edition.letter(reader, "")).size();
    }

    /**
     * In milliseconds, of the second half of the rounds.
     *
     * @param clock in nanoseconds
     */
    private static double median(LongSupplier clock, Supplier<?> work) {
        double[] took = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = clock.getAsLong();
            assertThat(work.get()).isNotNull();
            took[round] = (clock.getAsLong() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(took, ROUNDS - ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
