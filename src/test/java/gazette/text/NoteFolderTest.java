package gazette.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.Paragraph;
import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.EditionKey;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Note;
import gazette.edition.NoteUnreadable;
import gazette.edition.Presentation;
import gazette.edition.Presentation.Pictures;
import gazette.edition.Presentation.Sections;
import gazette.edition.Selection;
import gazette.mail.Mailbox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoteFolderTest {
    /** A quarter to one in the night of the 24th in Paris. */
    private static final Instant SLOT = Instant.parse("2026-11-23T23:45:00Z");

    @TempDir
    private Path workspace;

    private Path notes = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        notes = Files.createDirectories(workspace.resolve("notes/la-gazette"));
    }

    // Which

    @Test
    void theMostParticularNoteIsTaken() throws IOException {
        write("2026-11-24.md", "du jour");
        assertThat(words()).isEqualTo("du jour");

        write("weekly-2026-11-24.md", "de la semaine");
        assertThat(words()).isEqualTo("de la semaine");

        write("128.md", "du numéro");
        assertThat(words()).isEqualTo("du numéro");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23.md", "daily-2026-11-24.md", "127.md", "0128.md", "1280.md", "2026-11-24.txt", "128"})
    void aNoteForAnotherEditionIsNotTaken(String name) throws IOException {
        write(name, "pour une autre");

        assertThat(note()).isEmpty();
    }

    @Test
    void aNewsletterWithoutAFolderHasNoNotes() {
        assertThat(new NoteFolder().note(newsletter(Optional.empty()), key(), 128))
                .isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsSaidRatherThanTakenForNoNote() throws IOException {
        Files.delete(notes);

        assertThatThrownBy(this::note)
                .isInstanceOf(NoteUnreadable.class)
                .hasMessageContaining("la-gazette")
                .hasMessageContaining("create it");
    }

    // What it says

    @Test
    void aNoteHasTitleBylineSubjectPreheaderAndBlocks() throws IOException {
        write("128.md", """
                ---
                title: Le mot du lundi
                author: Par la rédaction
                subject: "Spécial énergie : tout comprendre"
                preheader: Six pages sur le réseau
                ---
                Chères lectrices, *chers* lecteurs,

                ## Au sommaire

                - le réseau
                - les [prix](https://example.org/prix)
                """);

        Note note = note().orElseThrow();

        assertThat(note.title()).isEqualTo("Le mot du lundi");
        assertThat(note.byline()).isEqualTo("la rédaction");
        assertThat(note.subject()).contains("Spécial énergie : tout comprendre");
        assertThat(note.preheader()).contains("Six pages sur le réseau");
        assertThat(note.blocks()).hasSize(3);
        assertThat(note.blocks().get(0)).isInstanceOf(Paragraph.class);
        assertThat(note.blocks().get(1)).isInstanceOf(Intertitle.class);
        assertThat(note.blocks().get(2)).isInstanceOf(ItemList.class);
        assertThat(note.blocks().get(0).text()).isEqualTo("Chères lectrices, chers lecteurs,");
    }

    @Test
    void nothingOfTheTextIsTakenForADateOrASource() throws IOException {
        write("128.md", "Paris, le 24 novembre 2026\n\nBonjour.\n\nSource : Agence Exemple\n\nPar la rédaction\n");

        assertThat(note().orElseThrow().blocks())
                .extracting(Block::text)
                .containsExactly(
                        "Paris, le 24 novembre 2026", "Bonjour.", "Source : Agence Exemple", "Par la rédaction");
    }

    @Test
    void aHeadingAboveTheTextIsTheTitleUnlessTheFrontMatterHasAnother() throws IOException {
        write("128.md", "# Édito\n\nBonjour.\n");
        assertThat(note().orElseThrow().title()).isEqualTo("Édito");
        assertThat(words()).isEqualTo("Bonjour.");

        write("128.md", "---\ntitle: Autre\n---\n# Édito\n\nBonjour.\n");
        assertThat(note().orElseThrow().title()).isEqualTo("Autre");
        assertThat(note().orElseThrow().blocks()).hasSize(2);
    }

    @Test
    void aHeadingAloneIsAllThatTheNoteSays() throws IOException {
        write("128.md", "# Bonne année !\n");

        assertThat(note().orElseThrow().title()).isEmpty();
        assertThat(words()).isEqualTo("Bonne année !");
    }

    @Test
    void aNoteMayBeThereForItsSubjectAlone() throws IOException {
        write("128.md", "---\nsubject: Spécial\n---\n");

        assertThat(note()).contains(new Note("", "", List.of(), Optional.of("Spécial"), Optional.empty()));
    }

    @Test
    void aPictureBesideTheNoteGoesWithIt() throws IOException {
        ImageIO.write(
                new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB),
                "png",
                Files.createDirectories(notes.resolve("images"))
                        .resolve("vue.png")
                        .toFile());
        write("128.md", "Bonjour.\n\n![La vue](images/vue.png \"Ce matin\")\n");

        Figure figure = (Figure) note().orElseThrow().blocks().get(1);

        EmbeddedPicture picture = (EmbeddedPicture) figure.picture();
        assertThat(picture.width()).isEqualTo(30);
        assertThat(picture.alt()).isEqualTo("La vue");
    }

    @Test
    void aNoteFromAnOldComputerIsReadAsWell() throws IOException {
        Files.write(notes.resolve("128.md"), "L’été, déjà".getBytes(Charset.forName("windows-1252")));

        assertThat(words()).isEqualTo("L’été, déjà");
    }

    // What is wrong

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithFileAndLine() throws IOException {
        write("128.md", """
                ---
                tilte: Le mot
                subject:
                image: a.png
                author: [un, deux]
                ---
                Bonjour.

                ![](../secret.png)
                """);

        assertThatThrownBy(this::note)
                .isInstanceOf(NoteUnreadable.class)
                .hasMessageContaining(
                        "128.md:2: a front matter has no key 'tilte': use title, author, subject, preheader")
                .hasMessageContaining("128.md:3: subject is empty")
                .hasMessageContaining("128.md:4: a front matter has no key 'image'")
                .hasMessageContaining("128.md:9: image is '../secret.png'")
                .hasMessageNotContaining("128.md:5")
                .hasMessageNotContaining("without it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the file is empty",
                "'  \n\n'|nothing but blanks",
                "'---\nauthor: la rédaction\n---\n'|it says nothing",
                "'---\ntitle: Le mot\n'|never closed",
                "'---\ntitle: [a\n---\nBonjour'|no YAML"
            })
    void aNoteThatIsNoneIsRefused(String text, String why) throws IOException {
        write("128.md", text);

        assertThatThrownBy(this::note)
                .isInstanceOf(NoteUnreadable.class)
                .hasMessageContaining("128.md")
                .hasMessageContaining(why);
    }

    @Test
    void aNoteThatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
        write("128.md", "> ".repeat(30_000));

        assertThatThrownBy(this::note).hasMessageContaining("50000 characters at most");
    }

    @Test
    void aLinkOutOfTheFolderOrToNowhereIsRefused() throws IOException {
        Path secret = Files.writeString(workspace.resolve("secret"), "mot de passe", UTF_8);
        Files.createSymbolicLink(notes.resolve("128.md"), secret);
        assertThatThrownBy(this::note).isInstanceOf(NoteUnreadable.class).hasMessageContaining("put the file itself");

        Files.delete(secret);
        assertThatThrownBy(this::note).isInstanceOf(NoteUnreadable.class).hasMessageContaining("cannot be read");

        Files.delete(notes.resolve("128.md"));
        Files.createDirectory(notes.resolve("128.md"));
        assertThatThrownBy(this::note).isInstanceOf(NoteUnreadable.class).hasMessageContaining("put the file itself");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(notes.resolve(name), text, UTF_8);
    }

    private String words() {
        return note().orElseThrow().blocks().get(0).text();
    }

    private Optional<Note> note() {
        return new NoteFolder().note(newsletter(Optional.of(notes)), key(), 128);
    }

    private static EditionKey key() {
        return new EditionKey("la-gazette", "weekly", SLOT);
    }

    private static Newsletter newsletter(Optional<Path> notes) {
        Masthead masthead = new Masthead(
                "la-gazette",
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                "1 place du Marché, 75001 Paris",
                URI.create("https://gazette.example.org"));
        return new Newsletter(
                masthead,
                List.of(),
                Selection.of(new ArticleLimits(1, 5)),
                List.of(new Cadence("weekly", "0 0 7 ? * MON")),
                Optional.empty(),
                "digest",
                new Presentation(Sections.NONE, Integer.MAX_VALUE, 0, Pictures.LINK, notes),
                Duration.ZERO,
                InDoubtPolicy.RETRY);
    }
}
