package gazette.pickup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.MemoryArticles;
import gazette.article.Problem;
import gazette.article.Source;
import gazette.article.SourceLanguage;
import gazette.fetch.FakeFetcher;
import gazette.fetch.Fetched;
import gazette.text.FolderReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PickUpTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private final MemoryArticles articles = new MemoryArticles();
    private final PickUp pickUp = new PickUp(
            articles,
            new MemorySources(),
            new FolderReader(NOON, Duration.ZERO),
            new Web(new FakeFetcher(request -> new Fetched.Gone()), Runnable::run, Duration.ofSeconds(9), () -> 0),
            NOON);

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsNewOnce() throws IOException {
        write("a.txt", "Un.");
        write("b.txt", "Deux.");

        PickUpReport first = pickUp.run(List.of(source("articles", folder)), Eagerness.NOW);
        PickUpReport second = pickUp.run(List.of(source("articles", folder)), Eagerness.NOW);

        assertThat(counts(first)).containsExactly(2, 0, 0);
        assertThat(counts(second)).containsExactly(0, 0, 2);
        assertThat(articles.all()).hasSize(2);
    }

    @Test
    void anEditIsNoNewArticleAndACopyIsKnown() throws IOException {
        write("a.txt", "Un.");
        pickUp.run(List.of(source("articles", folder)), Eagerness.NOW);
        write("a.txt", "Un, corrigé.");
        write("copie.txt", "Un, corrigé.");

        PickUpReport report = pickUp.run(List.of(source("articles", folder)), Eagerness.NOW);

        assertThat(counts(report)).containsExactly(0, 1, 1);
        assertThat(articles.all()).extracting(Article::lead).containsExactly("Un, corrigé.");
    }

    @Test
    void aSourceThatFailsDoesNotStopTheNext() throws IOException {
        write("a.txt", "Un.");
        write("vide.txt", "");

        PickUpReport report = pickUp.run(
                List.of(source("ailleurs", folder.resolve("ailleurs")), source("articles", folder)), Eagerness.NOW);

        assertThat(report.fresh()).isEqualTo(1);
        assertThat(report.problems()).extracting(Problem::place).containsExactly("ailleurs", "articles/vide.txt");
    }

    private static List<Integer> counts(PickUpReport report) {
        assertThat(report.problems()).isEmpty();
        return List.of(report.fresh(), report.edited(), report.known());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private static Source source(String name, Path path) {
        return new FolderSource(name, path, ZoneId.of("Europe/Paris"), SourceLanguage.of(Locale.FRENCH));
    }
}
