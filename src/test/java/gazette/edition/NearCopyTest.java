package gazette.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.Origin;
import gazette.article.Paragraph;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The folder of stories: each file has an original, texts that are the same story ({@code == same: how}) and texts that
 * are another ({@code == other: why}). All texts of two files are different stories, too.
 */
final class NearCopyTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/edition/stories");

    /**
     * One text of a file.
     *
     * @param story the same for all that tell the same
     */
    private record Telling(String file, String story, String how, Article article, Sketch sketch) {}

    @Test
    void nearCopiesAreFoundAndNothingElseIsTakenForOne() throws IOException {
        List<Telling> tellings = tellings();
        int found = 0;
        int missed = 0;
        int mistaken = 0;
        int pairs = 0;
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < tellings.size(); i++) {
            for (int j = i + 1; j < tellings.size(); j++) {
                Telling one = tellings.get(i);
                Telling other = tellings.get(j);
                double similarity = one.sketch.similarity(other.sketch);
                boolean isNear = similarity >= Selection.NEAR_COPIES;
                boolean isSame = one.story.equals(other.story);
                pairs++;
                found += isNear && isSame ? 1 : 0;
                missed += !isNear && isSame ? 1 : 0;
                mistaken += isNear && !isSame ? 1 : 0;
                if (isNear != isSame) {
                    errors.add(
                            "%.2f %s (%s) - %s (%s)".formatted(similarity, one.file, one.how, other.file, other.how));
                }
            }
        }
        double precision = (double) found / (found + mistaken);
        double recall = (double) found / (found + missed);
        System.out.printf(
                Locale.ROOT,
                "near copies: %d texts, %d pairs, %d of them the same story: precision %.3f, recall %.3f %s%n",
                tellings.size(),
                pairs,
                found + missed,
                precision,
                recall,
                errors);

        assertThat(precision).as("precision; %s", errors).isGreaterThanOrEqualTo(0.98);
        assertThat(recall).as("recall; %s", errors).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void theNearestIsFoundWithoutComparingAll() throws IOException {
        List<Telling> tellings = tellings();
        Sketches<Telling> sketches = new Sketches<>();
        tellings.forEach(telling -> sketches.add(telling, telling.sketch));

        for (Telling telling : tellings) {
            Optional<Sketches.Near<Telling>> nearest = sketches.nearest(telling.sketch, Selection.NEAR_COPIES);

            assertThat(nearest.map(Sketches.Near::similarity)).contains(1.0);
            assertThat(nearest.map(near -> near.key().story)).contains(telling.story);
        }
    }

    @Test
    void theIndexFindsWhatComparingAllFinds() throws IOException {
        List<Telling> tellings = tellings();
        for (int i = 0; i < tellings.size(); i++) {
            Telling telling = tellings.get(i);
            Sketches<Telling> others = new Sketches<>();
            List<Telling> rest = new ArrayList<>(tellings);
            rest.remove(i);
            rest.forEach(other -> others.add(other, other.sketch));

            double best = rest.stream()
                    .mapToDouble(other -> other.sketch.similarity(telling.sketch))
                    .max()
                    .orElseThrow();

            assertThat(others.nearest(telling.sketch, Selection.NEAR_COPIES).map(Sketches.Near::similarity))
                    .as(telling.file + ": " + telling.how)
                    .isEqualTo(best >= Selection.NEAR_COPIES ? Optional.of(best) : Optional.empty());
        }
    }

    @Test
    void threeThousandTextsOfTwentyWordsAreTakenApartSoon() {
        Random chance = new Random(20);
        Sketches<Integer> sketches = new Sketches<>();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int near = 0;
        for (int i = 0; i < 3_000; i++) {
            String words = Stream.generate(() -> "mot" + (char) ('a' + chance.nextInt(20)))
                    .limit(250)
                    .collect(Collectors.joining(" "));
            Sketch sketch = Sketch.of(article("Titre " + i, "Source " + i, List.of(words)));
            near += sketches.nearest(sketch, Selection.NEAR_COPIES).isPresent() ? 1 : 0;
            sketches.add(i, sketch);
        }

        assertThat(near).isZero();
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                .isLessThan(Duration.ofSeconds(10));
    }

    private static List<Telling> tellings() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(FOLDER)) {
            files = list.sorted().toList();
        }
        List<Telling> tellings = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            for (String section : Files.readString(file, UTF_8).split("(?m)^== ")) {
                if (!section.isBlank()) {
                    tellings.add(telling(name, section));
                }
            }
        }
        return tellings;
    }

    private static Telling telling(String file, String section) {
        List<String> lines = section.lines().filter(line -> !line.isBlank()).toList();
        String how = lines.get(0);
        String story = how.startsWith("other") ? file + " " + how : file;
        Article article = article(lines.get(1), "Agence de " + how, lines.subList(2, lines.size()));
        return new Telling(file, story, how, article, Sketch.of(article));
    }

    @Test
    void whatOneSourceSaysUnderTwoTitlesIsTwoStories() {
        List<String> words = List.of(
                "Un premier paragraphe avec tout l’essentiel de ce qu’il y a à dire ce matin sur la question.",
                "Et un second, plus court.");
        Sketch morning = Sketch.of(article("Ce matin", "Agence Exemple", words));

        assertThat(morning.similarity(Sketch.of(article("Ce soir", "Agence Exemple", words))))
                .isZero();
        assertThat(morning.similarity(Sketch.of(article("Ce soir", "Autre Agence", words))))
                .isEqualTo(1);
        assertThat(morning.similarity(Sketch.of(article("CE MATIN", "Agence Exemple", words))))
                .isEqualTo(1);
    }

    private static Article article(String title, String credit, List<String> paragraphs) {
        List<Block> blocks = paragraphs.stream().<Block>map(Paragraph::new).toList();
        return new Article(
                new Origin("folder:stories", title),
                Locale.FRENCH,
                Optional.of(title),
                "",
                blocks,
                Optional.empty(),
                "",
                List.of(credit),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
