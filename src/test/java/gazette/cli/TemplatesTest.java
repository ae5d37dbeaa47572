package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates are in the program until one is made or copied into the workspace. */
final class TemplatesTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void make() {
        workspace = TestWorkspace.make(folder, Options.smtp(2525));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void builtInTemplatesAreListedWithWhatUsesThemAndTheirLanguages() {
        Typed typed = Typed.in(folder, "templates", "ls");

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains(
                        "brief  built in\n  no newsletter uses it; words in de, en, es, fr, it, pt",
                        "digest  built in\n  for la-gazette; words in de, en, es, fr, it, pt",
                        "plain  built in",
                        "single  built in");
    }

    @Test
    void aCopiedTemplateIsReadFromTheWorkspaceAndListedAsChangedOnceItIs() throws IOException {
        Typed eject = Typed.in(folder, "templates", "eject", "digest");
        Typed before = Typed.in(folder, "templates", "ls");
        workspace.write("templates/digest/subject.ftl", "Bonjour\n");
        workspace.write("templates/digest/words_nl.properties", "contents = In dit nummer\n");
        Typed after = Typed.in(folder, "templates", "ls");

        assertThat(eject.out())
                .contains(
                        "«digest» is in the workspace now",
                        "  templates/digest/html.ftlh\n",
                        "  templates/digest/subject.ftl\n",
                        "Next: gazette preview --out draft");
        assertThat(before.out()).contains("digest  in this workspace, as built in");
        assertThat(after.out())
                .contains("digest  changed in this workspace: subject.ftl, words_nl.properties\n"
                        + "  for la-gazette; words in de, en, es, fr, it, nl, pt");
    }

    @Test
    void ejectWritesWhatIsMissingAndNamesWhatItLeaves() throws IOException {
        workspace.write("templates/digest/subject.ftl", "Le mien\n");

        Typed eject = Typed.in(folder, "templates", "eject", "digest");
        Typed again = Typed.in(folder, "templates", "eject", "digest");

        assertThat(eject.code()).as(eject.err()).isEqualTo(ExitCode.DONE);
        assertThat(eject.out())
                .contains(
                        "«digest» is in the workspace now",
                        "  templates/digest/html.ftlh\n",
                        "  left as it is: templates/digest/subject.ftl\n",
                        "To have the program's again, delete it")
                .doesNotContain("  templates/digest/subject.ftl\n  ");
        assertThat(read("templates/digest/subject.ftl")).isEqualTo("Le mien\n");
        assertThat(folder.resolve("templates/digest/html.ftlh")).exists();
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("«digest» is in the workspace already", "left as they are: ");
    }

    @Test
    void aNewTemplateIsNeverWrittenOverAnother() throws IOException {
        Typed.in(folder, "templates", "new", "matin");
        workspace.write("templates/matin/subject.ftl", "Le mien\n");

        Typed again = Typed.in(folder, "templates", "new", "matin");

        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("subject.ftl", "already, and nothing is written over");
        assertThat(read("templates/matin/subject.ftl")).isEqualTo("Le mien\n");
    }

    @Test
    void aNewTemplateHasTheFilesOfTheOneItBeganFromAndSaysSo() throws IOException {
        Typed typed = Typed.in(folder, "templates", "new", "alerte", "--from", "single");

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains("template «alerte» made, begun from «single»", "Next: template: alerte in gazette.yaml");
        assertThat(read("templates/alerte/text.ftl"))
                .startsWith("<#-- text.ftl of the template alerte, begun from single.");
        try (Stream<Path> files = Files.list(folder.resolve("templates/alerte"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("html.ftlh", "subject.ftl", "text.ftl");
        }
    }

    @Test
    void anEditionIsPrintedByANewTemplateAsByTheOneItBeganFrom() throws IOException {
        workspace.write("articles/a.txt", "Un titre\n\nUn premier paragraphe, qui dit de quoi il s'agit.\n");
        Typed.in(folder, "preview", "--out", folder.resolve("before").toString());
        Typed.in(folder, "templates", "new", "matin");
        String settings = read("gazette.yaml").replace("    language: fr\n", "    language: fr\n    template: matin\n");
        workspace.write("gazette.yaml", settings);

        Typed typed =
                Typed.in(folder, "preview", "--out", folder.resolve("after").toString());

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(printed("after", ".html")).isNotEmpty().isEqualTo(printed("before", ".html"));
        assertThat(printed("after", ".txt")).isNotEmpty().isEqualTo(printed("before", ".txt"));
    }

    /** Without what each preview has of its own: tokens, and the minute. */
    private String printed(String out, String kind) throws IOException {
        return read(out + "/la-gazette-1" + kind)
                .replaceAll("(?:unsubscribe|online)/[\\w-]+", "")
                .replaceAll("\\d+|\\hh\\b", "");
    }

    @Test
    void aDifferenceShowsLinesAndOfWordsThoseThatAreOther() throws IOException {
        Typed.in(folder, "templates", "eject", "digest");
        workspace.write(
                "templates/digest/text.ftl",
                read("templates/digest/text.ftl").replace("<@m.inBrief/>", "<@m.footer/>"));
        workspace.write("templates/common/words_fr.properties", "contents = Au sommaire\nlinks = Liens\n");
        workspace.write("templates/matin/logo.txt", "x\n");

        Typed typed = Typed.in(folder, "templates", "diff");

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains(
                        "--- digest/text.ftl (built in)\n+++ templates/digest/text.ftl\n@@ -",
                        "\n-<@m.inBrief/>\n+<@m.footer/>\n",
                        """
                        --- common/words_fr.properties (built in)
                        +++ templates/common/words_fr.properties
                        -contents = Dans ce numéro
                        +contents = Au sommaire
                        """,
                        "only in this workspace: templates/matin/logo.txt",
                        "as built in: macros.ftl, macros.ftlh, style.css, words_de.properties")
                .doesNotContain("html.ftlh (built in)", "links = ", "\u001B[");
    }

    @Test
    void wordsThatALanguageLacksAreNamed() {
        workspace.write("templates/digest/words_nl.properties", "contents = In dit nummer\n");
        workspace.write("templates/digest/words_fr.properties", "contents = Au sommaire\n");

        Typed typed = Typed.in(folder, "templates", "diff", "digest");

        assertThat(typed.out())
                .contains("templates/digest/words_nl.properties lacks ", "leave", ": English is printed there")
                .doesNotContain("words_fr.properties lacks");
    }

    @Test
    void aTerminalSeesWhatCameInGreenAndWhatWentInRed() {
        workspace.write("templates/digest/subject.ftl", "Bonjour\n");

        Typed typed = Typed.atATerminal(folder, "templates", "diff");

        assertThat(typed.out()).contains("\u001B[31m-${edition.subject}\u001B[0m", "\u001B[32m+Bonjour\u001B[0m");
    }

    @Test
    void withoutFoldersOfItsOwnAWorkspaceChangesNothing() {
        assertThat(Typed.in(folder, "templates", "diff").out())
                .isEqualTo("There is nothing in templates/: all templates are the program's.\n");
    }

    @Test
    void aNameThatIsNoneIsRefusedWithTheOneThatWasMeant() {
        assertThat(Typed.in(folder, "templates", "eject", "digets").err()).contains("Did you mean «digest»?");
        assertThat(Typed.in(folder, "templates", "diff", "sinlge").err()).contains("Did you mean «single»?");
        assertThat(Typed.in(folder, "templates", "new", "matin", "--from", "breif")
                        .err())
                .contains("Did you mean «brief»?");
        assertThat(Typed.in(folder, "templates", "new", "digest").err())
                .contains("«digest» is built in", "gazette templates eject digest");
        assertThat(Typed.in(folder, "templates", "new", "../dehors").err()).contains("cannot be a template's name");
        assertThat(Typed.in(folder, "templates", "new", "common").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Typed.in(folder.resolve("articles"), "templates", "new", "matin")
                        .err())
                .contains("is no workspace", "gazette init");
        assertThat(folder.resolve("templates")).doesNotExist();
    }

    @Test
    void aLinkOutOfTheWorkspaceIsNotWrittenThrough(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(folder.resolve("templates"));
        Files.createSymbolicLink(folder.resolve("templates/digest"), elsewhere);

        Typed typed = Typed.in(folder, "templates", "eject", "digest");

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("leads out of");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void programsGetTheSameAsJson() {
        workspace.write("templates/digest/subject.ftl", "Bonjour\n");

        assertThat(Typed.in(folder, "templates", "ls", "--json").out())
                .contains("\"version\" : 1", "\"name\" : \"digest\"", "\"changed\" : [ \"subject.ftl\" ]");
        assertThat(Typed.in(folder, "templates", "diff", "--json").out())
                .contains("\"file\" : \"subject.ftl\"", "+Bonjour");
        assertThat(Typed.in(folder, "templates", "new", "matin", "--json").out())
                .contains("\"template\" : \"matin\"", "templates/matin/html.ftlh");
        assertThat(Typed.in(folder, "templates", "eject", "brief", "--json").out())
                .contains("templates/brief/subject.ftl");
    }

    @Test
    void aNewWorkspaceHasNoTemplatesUntilTheyAreAskedFor(@TempDir Path elsewhere) {
        Typed typed = Typed.in(elsewhere, "init", "lettre");

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).contains("gazette templates ls shows it, eject copies it here");
        assertThat(elsewhere.resolve("lettre/templates")).doesNotExist();
        assertThat(elsewhere.resolve("lettre/gazette.yaml")).exists();
    }
}
