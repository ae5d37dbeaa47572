package gazette.proof;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.check.Finding.Spot;
import gazette.check.Origins.Part;
import gazette.check.StyleLines;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.config.SettingsFile;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Newsletter;
import gazette.edition.Story;
import gazette.edition.Window;
import gazette.proof.WrittenAt.Printed;
import gazette.schedule.Slots;
import gazette.text.FolderReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArticleLinesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void wordsAreFoundInTheFileAndLineThatTheyAreFrom() {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.write("articles/un.txt", """
                Un titre juste

                Un premier paragraphe qui dit l'essentiel.

                Un second, qui s'étend : il dit «le reste» de l'affaire.
                Source : Agence Exemple
                """);

        ArticleLines lines = lines(List.of());

        assertThat(lines.find("Un titre juste")).contains(new Spot("articles/un.txt", 1));
        assertThat(lines.find("il dit «\u00a0le reste\u00a0» de l’affaire")).contains(new Spot("articles/un.txt", 5));
        assertThat(lines.find("Agence Exemple")).contains(new Spot("articles/un.txt", 6));
    }

    @Test
    void anArticleOfTheWebIsNamedByItsAddress() {
        TestWorkspace.make(folder, Options.smtp(25));
        Article fromTheWeb = new Article(
                new Origin("feed:https://example.org/rss.xml", "1"),
                Locale.FRENCH,
                Optional.of("Un fleuve en crue"),
                "",
                List.of(new Paragraph("L'eau monte depuis mardi.")),
                Optional.empty(),
                "",
                List.of("Agence Exemple"),
                Optional.of(URI.create("https://example.org/fleuve")),
                Optional.empty(),
                List.of(),
                List.of());

        assertThat(lines(List.of(fromTheWeb)).find("L’eau monte")).contains(new Spot("https://example.org/fleuve", 0));
    }

    @Test
    void wordsOfNoArticleAreFoundNowhere() {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.article("un.txt", "Un titre");

        ArticleLines lines = lines(List.of());

        assertThat(lines.find("Se désabonner")).isEmpty();
        assertThat(lines.find("Un")).as("in any article").isEmpty();
        assertThat(lines.find("«»")).isEmpty();
    }

    @Test
    void aLineOfAMessageIsThatOfTheTemplateThatPrintedIt() {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.article("un.txt", "Un titre");
        workspace.write("templates/digest/subject.ftl", "Un sujet");
        Printed printed = new Printed(List.of(new Spot("html.ftlh", 3), new Spot("html.ftlh", 7)), List.of());

        WrittenAt written = new WrittenAt(
                new TemplatePlaces(folder, "digest"), lines(List.of()), new StyleLines("style.css", ""), printed);

        assertThat(written.template(Part.HTML, 2)).contains(new Spot("html.ftlh", 7));
        assertThat(written.template(Part.HTML, 3)).isEmpty();
        assertThat(written.template(Part.TEXT, 1)).isEmpty();
        assertThat(written.template(Part.SUBJECT, 1)).contains(new Spot("templates/digest/subject.ftl", 0));
        assertThat(new TemplatePlaces(folder, "digest").name("text.ftl")).isEqualTo("digest/text.ftl (built in)");
        assertThat(new TemplatePlaces(folder, "digest").name("style.css")).isEqualTo("common/style.css (built in)");
    }

    private ArticleLines lines(List<Article> more) {
        return new ArticleLines(edition(newsletter(), more), newsletter());
    }

    private Newsletter newsletter() {
        return SettingsFile.read(folder, Map.of(), Slots::objection)
                .settings()
                .orElseThrow()
                .newsletters()
                .get(0);
    }

    private static Edition edition(Newsletter newsletter, List<Article> more) {
        List<Article> articles = new ArrayList<>(more);
        articles.addAll(new FolderReader(Clock.systemUTC(), Duration.ZERO)
                .read((FolderSource) newsletter.sources().get(0))
                .articles());
        return new Edition(
                new EditionId("la-gazette", 1),
                new EditionKey("la-gazette", "daily", NOW),
                newsletter.masthead(),
                new Window(Optional.empty(), NOW),
                NOW,
                "digest",
                articles.stream().map(Story::of).toList());
    }
}
