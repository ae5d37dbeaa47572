package gazette.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.edition.Candidate.History;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A backlog of 10,000 articles, 100 MB of text, is sifted and chosen from in a process of 64 MB. */
final class BacklogTest {
    private static final int ARTICLES = 10_000;
    /** Some 10 KB, so that the texts of all would not fit. */
    private static final int REPEATED = 700;

    @Test
    void aLongBacklogIsChosenFromInLittleMemory(TestReporter report) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Backlog.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        report.publishEntry("backlog", said.strip());
        assertThat(said).contains("12 in, 9988 wait");
        assertThat(process.exitValue()).isZero();
    }

    /** What runs in the small process. */
    static final class Backlog {
        private static final Instant SLOT = Instant.parse("2026-11-22T06:00:00Z");

        private Backlog() {}

        public static void main(String[] none) {
            Newsletter newsletter =
                    ChoiceSettings.newsletter(selection(), List.of(Supply.of(ChoiceSettings.source("articles"))));
            Sieve sieve = new Sieve(newsletter, SLOT);
            List<Candidate> candidates = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < ARTICLES; i++) {
                candidates.add(sieve.candidate(article(i), History.fresh(SLOT.minusSeconds(i))));
            }
            long sifted = System.nanoTime();
            Choice choice = Choice.of(newsletter, new Shelf(1, Optional.empty(), candidates, List.of(), List.of()));
            System.out.printf(
                    "%d in, %d wait; sifted in %d ms, chosen in %d ms%n",
                    choice.stories().size(),
                    choice.waiting(),
                    millis(sifted - begun),
                    millis(System.nanoTime() - sifted));
        }

        /** Without near-copies: what a sketch weighs is the sketch's own to test. */
        private static Selection selection() {
            Selection plain = Selection.of(new ArticleLimits(1, 12));
            return new Selection(
                    plain.limits(),
                    plain.order(),
                    plain.lead(),
                    plain.filter(),
                    plain.topics(),
                    OptionalDouble.of(0.85),
                    plain.corrections());
        }

        private static long millis(long nanos) {
            return Duration.ofNanos(nanos).toMillis();
        }

        private static Article article(int number) {
            String text = "Nouvelle " + number + ". " + "Un mot répété. ".repeat(REPEATED);
            return new Article(
                    new Origin("folder:articles", number + ".txt"),
                    Locale.FRENCH,
                    Optional.of("Titre " + number),
                    "",
                    List.of(new Paragraph(text.toString())),
                    Optional.empty(),
                    "",
                    List.of("Agence Exemple"),
                    Optional.of(URI.create("https://example.org/" + number)),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }
    }
}
