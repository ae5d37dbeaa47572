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

    /** A message, in milliseconds: ten times what it takes on a machine with nothing else to do. */
    private static final double MOST = 0.1;

    @TempDir
    private Path folder;

    @Test
    void aMessageCostsNextToNothingOnceItsVariantIsCompiled(TestReporter reporter) {
        Renderer renderer = new Renderer(folder);
        Press press = new Press(Tokens.open(folder.resolve("secret.key")), renderer);
        Edition edition = Newsroom.of(Locale.FRANCE).twelveLong();

        double variant = median(() -> compiled(renderer, press, edition));
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

        assertThat(octets(edition, 1)).isBetween(45_000, 60_000);
        assertThat(letter).isLessThan(MOST);
    }

    /** What one message takes, in milliseconds. */
    private static double spliced(CompiledEdition edition, TestReporter reporter) {
        double letter = median(() -> letters(edition)) / LETTERS;
        reporter.publishEntry(
                "a message of %d KB".formatted(octets(edition, 1) / 1024),
                "spliced in %.1f µs, median of the last %d rounds".formatted(letter * 1000, ROUNDS / 2));
        return letter;
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
