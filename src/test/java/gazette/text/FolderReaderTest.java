package gazette.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Problem;
import gazette.article.Prose;
import gazette.article.SourceLanguage;
import gazette.article.SourceReading;
import gazette.article.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a', 3, 0, 2, 0, 0, 0, 0, ';'};

    @TempDir
    Path outside;

    private Path root;

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createDirectory(outside.resolve("articles"));
    }

    @Test
    void manyAreReadInTheOrderOfTheirNamesLargeOnesAmongThem() throws IOException {
        List<String> all = new ArrayList<>();
        for (int number = 100; number < 160; number++) {
            String name = number + ".txt";
            if (number % 10 == 0) {
                Files.write(root.resolve(name), new byte[] {'a', 0, 1, 2});
            } else {
                write(name, number % 7 == 0 ? "Un long texte. ".repeat(80_000) : "Titre " + number);
                all.add(name);
            }
        }

        SourceReading reading = read(Duration.ZERO);

        assertThat(names(reading)).containsExactlyElementsOf(all);
        assertThat(reading.problems())
                .extracting(Problem::place)
                .map(place -> place.substring(place.lastIndexOf('/') + 1))
                .containsExactly("100.txt", "110.txt", "120.txt", "130.txt", "140.txt", "150.txt");
    }

    @Test
    void readsTheTextsOfTheFolderAndOfThoseBelowByName() throws IOException {
        write("b.txt", "Deux.");
        write("2026/11/c.TXT", "Trois.");
        write("a.txt", "Un.");

        SourceReading reading = read(Duration.ZERO);

        assertThat(names(reading)).containsExactly("2026/11/c.TXT", "a.txt", "b.txt");
        assertThat(reading.articles().get(1).origin()).isEqualTo(new Origin("folder:articles", "a.txt"));
        assertThat(reading.articles().get(1).language()).isEqualTo(Locale.FRENCH);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void passesOverWhatIsHiddenAndWhatIsNoText() throws IOException {
        write(".DS_Store", "x");
        write(".brouillon.txt", "Un.");
        write(".git/note.txt", "Deux.");
        write("photo.jpg", "x");
        write("texte.txt~", "Trois.");
        write("sans-point", "Quatre.");

        SourceReading reading = read(Duration.ZERO);

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void readsMarkdownAndPagesByTheEndingOfTheirNames() throws IOException {
        write("a.md", "# Un\n\nLe *barrage* tient.");
        write("b.MARKDOWN", "# Deux\n\nLe barrage tient encore.");
        write("c.html", "<h1>Trois</h1><p>Le <em>barrage</em> tient toujours.");
        write("d.htm", "<h1>Quatre</h1><p>Le barrage a tenu.");
        write("e.xhtml", "<h1>Cinq</h1><p>Pas celui-ci.");

        SourceReading reading = read(Duration.ZERO);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.articles()).extracting(Article::title).containsExactly("Un", "Deux", "Trois", "Quatre");
        assertThat(reading.articles().get(0).blocks())
                .isEqualTo(reading.articles().get(2).blocks().stream()
                        .map(block -> new Paragraph(new Prose(List.of(
                                Span.plain("Le "),
                                new Span("barrage", Span.Look.EMPHASIS, Optional.empty()),
                                Span.plain(" tient.")))))
                        .toList());
    }

    @Test
    void aPictureBetweenParagraphsLiesBesideTheTextOrBelow() throws IOException {
        Files.createDirectories(root.resolve("images"));
        Files.write(root.resolve("images/le pont.gif"), GIF);
        Files.write(outside.resolve("secret.gif"), GIF);
        Files.createSymbolicLink(root.resolve("lien.gif"), outside.resolve("secret.gif"));
        write(
                "a.md",
                "Le barrage tient.\n\n![Le pont](images/le%20pont.gif)\n\n![](../secret.gif)\n\n![](lien.gif)\n\n![]("
                        + outside.resolve("secret.gif") + ")");

        SourceReading reading = read(Duration.ZERO);

        assertThat(reading.articles().get(0).blocks())
                .containsExactly(
                        new Paragraph("Le barrage tient."),
                        new Figure(new EmbeddedPicture("image/gif", 3, 2, "Le pont", GIF), ""));
        assertThat(reading.problems())
                .extracting(Problem::place)
                .containsExactly("articles/a.md:5", "articles/a.md:7", "articles/a.md:9");
    }

    @Test
    void anArticleWaitsForEachOfItsPictures() throws IOException {
        aged(write("a.md", "Le barrage tient.\n\n![Le pont](a.gif)"), Duration.ofMinutes(1));
        aged(Files.write(root.resolve("a.gif"), GIF), Duration.ofSeconds(1));

        assertThat(read(Duration.ofSeconds(2)).articles()).isEmpty();
        assertThat(read(Duration.ZERO).articles()).hasSize(1);
    }

    @Test
    void aPictureShownTwiceIsReadOnceAndAMountainOfThemIsNot() throws IOException {
        StringBuilder text = new StringBuilder("Le barrage tient.\n");
        for (int i = 0; i < 60; i++) {
            Files.write(root.resolve(i + ".gif"), GIF);
            text.append("\n![](").append(i % 30).append(".gif)\n");
        }
        write("a.md", text.toString());

        SourceReading reading = read(Duration.ZERO);

        assertThat(reading.articles().get(0).blocks()).hasSize(41);
        assertThat(reading.problems())
                .hasSize(20)
                .allMatch(problem -> problem.what().contains("20 files at most"));
    }

    @Test
    void oneFileThatCannotBeReadDoesNotStopTheRest() throws IOException {
        write("a.txt", "");
        write("b.txt", "---\ntitre: Le barrage\n---\nLe barrage tient.");
        write("c.txt", "Le barrage tient.");
        Files.createSymbolicLink(root.resolve("d.txt"), root.resolve("parti.txt"));
        Files.write(root.resolve("e.txt"), new byte[TextFile.MOST_OCTETS + 1]);

        SourceReading reading = read(Duration.ZERO);

        assertThat(names(reading)).containsExactly("c.txt");
        assertThat(reading.problems())
                .extracting(Problem::place)
                .containsExactly("articles/a.txt", "articles/b.txt:2", "articles/d.txt", "articles/e.txt");
        assertThat(reading.problems().get(3).what()).contains("10 MB");
    }

    @Test
    void aMissingFolderIsAProblemThatSaysSo() throws IOException {
        Path file = Files.createFile(outside.resolve("fichier"));

        SourceReading missing = read(outside.resolve("ailleurs"), Duration.ZERO);
        SourceReading noFolder = read(file, Duration.ZERO);

        assertThat(missing.problems()).hasSize(1);
        assertThat(missing.problems().get(0).toString())
                .startsWith("articles: ")
                .contains("not there");
        assertThat(noFolder.problems().get(0).what()).contains("is a file");
    }

    @Test
    void aFileThatMayStillBeWrittenIsLeftForTheNextTime() throws IOException {
        aged(write("neuf.txt", "Un."), Duration.ofSeconds(1));
        aged(write("vieux.txt", "Deux."), Duration.ofSeconds(2));
        aged(write("demain.txt", "Trois."), Duration.ofDays(-1));

        assertThat(names(read(Duration.ofSeconds(2)))).containsExactly("demain.txt", "vieux.txt");
        assertThat(names(read(Duration.ZERO))).contains("neuf.txt");
    }

    @Test
    void anArticleWaitsForItsPictureToBeWritten() throws IOException {
        aged(write("a.txt", "---\nimage: a.gif\n---\nLe barrage tient."), Duration.ofMinutes(1));
        aged(Files.write(root.resolve("a.gif"), GIF), Duration.ofSeconds(1));

        SourceReading reading = read(Duration.ofSeconds(2));

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.txt"), "Le mot de passe.");
        Path secrets = Files.createDirectory(outside.resolve("secrets"));
        Files.writeString(secrets.resolve("autre.txt"), "Un autre.");
        Files.createSymbolicLink(root.resolve("lien.txt"), secret);
        Files.createSymbolicLink(root.resolve("dossier"), secrets);
        write("a.txt", "Le barrage tient.");
        Files.createSymbolicLink(root.resolve("b.txt"), root.resolve("a.txt"));

        SourceReading reading = read(Duration.ZERO);

        assertThat(names(reading)).containsExactly("a.txt", "b.txt");
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("articles/dossier: ") && problem.contains("leaves the folder"))
                .anyMatch(problem -> problem.startsWith("articles/lien.txt: ") && problem.contains("outside"));
    }

    @Test
    void thePictureLiesBesideItsTextOrBelow() throws IOException {
        Files.createDirectories(root.resolve("2026/images"));
        Files.write(root.resolve("2026/images/a.gif"), GIF);
        write("2026/a.txt", "---\nimage: images/a.gif\nimage-alt: Un  barrage\n---\nLe barrage tient.");

        SourceReading reading = read(Duration.ZERO);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.articles().get(0).picture())
                .contains(new EmbeddedPicture("image/gif", 3, 2, "Un barrage", GIF));
    }

    @Test
    void anArticleGoesWithoutAPictureThatCannotBeHad() throws IOException {
        Files.write(outside.resolve("secret.gif"), GIF);
        Files.write(root.resolve("dessus.gif"), GIF);
        Files.createSymbolicLink(root.resolve("lien.gif"), outside.resolve("secret.gif"));
        write("faux.gif", "GIF, mais non");
        Files.write(root.resolve("gros.gif"), new byte[TextFile.MOST_OCTETS + 1]);
        List<String> wrong = List.of(
                "../secret.gif",
                outside.resolve("secret.gif").toString(),
                "lien.gif",
                "absent.gif",
                "faux.gif",
                "gros.gif",
                "https://example.org/a.gif",
                "../articles/dessus.gif",
                ".");
        for (int i = 0; i < wrong.size(); i++) {
            write(i + ".txt", "---\nimage: " + wrong.get(i) + "\n---\nLe barrage tient.");
        }

        SourceReading reading = read(Duration.ZERO);

        assertThat(reading.articles())
                .hasSize(wrong.size())
                .allMatch(article -> article.picture().isEmpty());
        assertThat(reading.problems()).hasSize(wrong.size());
        for (int i = 0; i < wrong.size(); i++) {
            assertThat(reading.problems().get(i).place()).isEqualTo("articles/" + i + ".txt:2");
            assertThat(reading.problems().get(i).what())
                    .startsWith("image is '" + wrong.get(i) + "': ")
                    .endsWith("the article goes without it");
        }
    }

    @Test
    void oneFileCanBeReadWhereverItLies() throws IOException {
        Path file = write("a.txt", "---\nimage: a.gif\n---\nLe barrage tient.\n3 mars 2026");
        Files.write(root.resolve("a.gif"), GIF);

        TextReading reading = FolderReader.parse(file, PARIS, SourceLanguage.of(Locale.FRENCH));
        TextReading missing = FolderReader.parse(root.resolve("b.txt"), PARIS, SourceLanguage.of(Locale.FRENCH));

        assertThat(reading.article().flatMap(Article::picture)).isPresent();
        assertThat(reading.lines()).contains(new Line(5, Part.DATE_LINE, "3 mars 2026"));
        assertThat(missing.article()).isEmpty();
        assertThat(missing.problems().get(0).what()).contains("no such file");
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text, UTF_8);
    }

    private static void aged(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private SourceReading read(Duration settling) {
        return read(root, settling);
    }

    private static SourceReading read(Path folder, Duration settling) {
        return new FolderReader(Clock.fixed(NOW, ZoneOffset.UTC), settling)
                .read(new FolderSource("articles", folder, PARIS, SourceLanguage.of(Locale.FRENCH)));
    }

    private static List<String> names(SourceReading reading) {
        return reading.articles().stream()
                .map(article -> article.origin().name())
                .toList();
    }
}
