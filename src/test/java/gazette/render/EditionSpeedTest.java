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
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What a variant costs once, and a message each time; the report says the milliseconds. */
final class EditionSpeedTest {
    private static final int ROUNDS = 25;
    private static final int LETTERS = 2_000;

    /** So many messages are made in the time of one rendering, at the least; a message that is rendered takes as long. */
    private static final int TIMES = 200;

    @TempDir
    private Path folder;

    @Test
    void aMessageCostsNextToNothingOnceItsVariantIsCompiled(TestReporter reporter) {
        Renderer renderer = new Renderer(folder);
        Press press = new Press(Tokens.open(folder.resolve("secret.key")), renderer);
        Edition edition = Newsroom.of(Locale.FRANCE).twelveLong();

        double variant = median(() -> compiled(renderer, press, edition));
        CompiledEdition ready = compiled(renderer, press, edition);
        double letters = median(() -> letters(ready));

        reporter.publishEntry(
                "a 12-article edition",
                "rendered and compiled in %.1f ms; a message of %d KB spliced in %.1f µs, medians of the last %d rounds"
                        .formatted(variant, octets(ready, 1) / 1024, letters * 1000 / LETTERS, ROUNDS / 2));
        assertThat(letters / LETTERS).isLessThan(variant / TIMES);
    }

    private static CompiledEdition compiled(Renderer renderer, Press press, Edition edition) {
        Rendering rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY);
        CompiledEdition compiled = press.compile(edition, rendering);
        octets(compiled, 1); // a variant is compiled for its first reader
        return compiled;
    }

    private static long letters(CompiledEdition edition) {
        long octets = 0;
        for (int number = 1; number <= LETTERS; number++) {
            octets += octets(edition, number);
        }
        return octets;
    }

    private static int octets(CompiledEdition edition, int number) {
        Subscriber reader = new Subscriber(
                number,
                EmailAddress.of("reader-" + number + "@example.org"),
                "Lectrice " + number,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, 15)),
                Map.of());
        return ((Letter) edition.letter(reader, "")).size();
    }

    /** In milliseconds, of the second half of the rounds. */
    private static double median(Supplier<?> work) {
        double[] took = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            assertThat(work.get()).isNotNull();
            took[round] = (System.nanoTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(took, ROUNDS - ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
