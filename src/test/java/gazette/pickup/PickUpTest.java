package gazette.pickup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.MemoryArticles;
import gazette.article.Problem;
import gazette.article.Source;
import gazette.article.SourceLanguage;
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
    private final MemoryArticles articles = new MemoryArticles();
    private final PickUp pickUp = new PickUp(
            articles,
            new FolderReader(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC), Duration.ZERO));

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsNewOnce() throws IOException {
        write("a.txt", "Un.");
        write("b.txt", "Deux.");

        PickUpReport first = pickUp.run(List.of(source("articles", folder)));
        PickUpReport second = pickUp.run(List.of(source("articles", folder)));

        assertThat(first).isEqualTo(new PickUpReport(2, 0, 0, List.of()));
        assertThat(second).isEqualTo(new PickUpReport(0, 0, 2, List.of()));
        assertThat(articles.all()).hasSize(2);
    }

    @Test
    void anEditIsNoNewArticleAndACopyIsKnown() throws IOException {
        write("a.txt", "Un.");
        pickUp.run(List.of(source("articles", folder)));
        write("a.txt", "Un, corrigé.");
        write("copie.txt", "Un, corrigé.");

        PickUpReport report = pickUp.run(List.of(source("articles", folder)));

        assertThat(report).isEqualTo(new PickUpReport(0, 1, 1, List.of()));
        assertThat(articles.all()).extracting(Article::lead).containsExactly("Un, corrigé.");
    }

    @Test
    void aSourceThatFailsDoesNotStopTheNext() throws IOException {
        write("a.txt", "Un.");
        write("vide.txt", "");

        PickUpReport report =
                pickUp.run(List.of(source("ailleurs", folder.resolve("ailleurs")), source("articles", folder)));

        assertThat(report.fresh()).isEqualTo(1);
        assertThat(report.problems()).extracting(Problem::place).containsExactly("ailleurs", "articles/vide.txt");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private static Source source(String name, Path path) {
        return new FolderSource(name, path, ZoneId.of("Europe/Paris"), SourceLanguage.of(Locale.FRENCH));
    }
}
