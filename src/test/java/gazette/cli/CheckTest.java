package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gazette check}, as people and programs get it. */
final class CheckTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace = new TestWorkspace(Path.of(""));

    @BeforeEach
    void makeAWorkspace() {
        workspace = TestWorkspace.make(folder, Options.smtp(25));
    }

    @Test
    void aWholeTemplateHasNoErrorForAnyPersona() {
        workspace.article("un.txt", "Un titre");

        Typed check = Typed.in(folder, "check", "--personas", "all");

        assertThat(check.code()).as(check.out() + check.err()).isEqualTo(ExitCode.DONE);
        assertThat(check.out())
                .contains("La Gazette\n  daily, template digest, n° 1: next edition")
                .contains("clients   Gmail ✔", "Free ? untested", "contrast  light ", "dark ", "inverted ")
                .contains("looked at 12 messages for 12 clients, 1 source, 1 newsletter");
    }

    @Test
    void inFrenchEveryWordIsFrenchButForTheNamesOfRules() {
        workspace.article("un.txt", "Un titre");
        workspace.write("templates/digest/html.ftlh", PALE);

        Typed check = Typed.in(folder, "check", "--lang", "fr");
        Typed json = Typed.in(folder, "check", "--lang", "fr", "--json");

        assertThat(check.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(check.out())
                .contains("daily, gabarit digest, n°\u00a01\u00a0: prochaine édition")
                .contains("✘ version HTML\u00a0: il n’y a pas de titre")
                .containsPattern("contraste +clair ")
                .containsPattern("erreurs?, \\d+ avertissements?, \\d+ remarques?, dont \\d+ sur")
                .doesNotContain(" the ", " it ", "looked", "HTML part");
        assertThat(json.out()).contains("\"version\" : 1", "there is no heading");
    }

    @Test
    void aColourThatIsTooPaleIsFoundWhereItIsWritten() {
        workspace.article("un.txt", "Un titre");
        workspace.write("templates/digest/html.ftlh", PALE);
        workspace.write(
                "templates/digest/style.css", ":root {\n  --soft: #bbbbbb;\n}\n.soft {\n  color: var(--soft);\n}\n");

        Typed check = Typed.in(folder, "check");

        assertThat(check.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(check.out())
                .contains("«pale» can hardly be read, light: #bbbbbb on #ffffff is 1.91 to 1")
                .contains("      at templates/digest/style.css:2\n")
                .containsPattern("give the text #7\\w{5} \\(4.5\\d to 1\\): --soft   \\[contrast]");
    }

    @Test
    void withNothingNewTheNewestArticlesStandIn() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");
            workspace.article("deux.txt", "Un autre titre");
            Typed sent = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette");
            assertThat(sent.code()).as(sent.err()).isEqualTo(ExitCode.DONE);

            Typed check = Typed.in(folder, "check");

            assertThat(check.code()).as(check.out() + check.err()).isEqualTo(ExitCode.DONE);
            assertThat(check.out()).contains("n° 2: with the 2 newest articles, because ");
        }
    }

    @Test
    void aBrokenTemplateIsAFindingAndStopsNothingElse() {
        workspace.article("un.txt", "Un titre");
        workspace.write("gazette.yaml", twoNewsletters());
        workspace.write("templates/broken/html.ftlh", "${nothing.there}");
        workspace.write("templates/broken/subject.ftl", "Sujet");
        workspace.write("templates/broken/text.ftl", "Texte");

        Typed check = Typed.in(folder, "check");

        assertThat(check.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(check.out()).contains("[template-broken]", "la-gazette-bis --cadence daily");
        assertThat(check.out()).contains("daily, template digest, n° 1: next edition", "looked at 4 messages");
    }

    @Test
    void oneMessageFromAFileIsLookedAtWithoutAWorkspace(@TempDir Path elsewhere) throws IOException {
        new TestWorkspace(elsewhere).write("letter.eml", MESSAGE);

        Typed check = Typed.in(elsewhere, "check", "letter.eml");
        Typed missing = Typed.in(elsewhere, "check", "other.eml");

        assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(check.out())
                .contains("letter.eml\n  «Bonjour»", "HTML part, line 2", "#cccccc on #ffffff", "[contrast]");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("other.eml cannot be read");
    }

    @Test
    void failOnSaysWhatMakesItFail(@TempDir Path elsewhere) {
        new TestWorkspace(elsewhere).write("letter.eml", MESSAGE.replace("#cccccc", "#222222"));
        new TestWorkspace(elsewhere).write("pale.eml", MESSAGE);
        workspace.article("un.txt", "Un titre");

        assertThat(Typed.in(folder, "check").code()).isEqualTo(ExitCode.DONE);
        assertThat(Typed.in(folder, "check", "--fail-on", "error").code()).isEqualTo(ExitCode.DONE);
        assertThat(Typed.in(folder, "check", "--fail-on", "warn").code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(Typed.in(elsewhere, "check", "pale.eml", "--json").code()).isEqualTo(ExitCode.CHECK_FAILED);
    }

    @Test
    void jsonHoldsWhatPeopleRead() throws IOException {
        workspace.article("un.txt", "Un titre");

        Map<String, Object> document =
                JSON.std.mapFrom(Typed.in(folder, "check", "--json").out());

        assertThat(document)
                .containsEntry("version", 1)
                .containsEntry("messages", 4)
                .containsKeys("error", "warn", "info");
        assertThat(maps(document.get("findings")))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding).containsKeys("level", "rule", "of", "place", "what", "remedy", "personas"));
        Map<String, Object> looked = maps(document.get("looked")).get(0);
        assertThat(maps(looked.get("clients"))).hasSize(12);
        assertThat(maps(looked.get("contrasts")))
                .extracting(each -> each.get("appearance"))
                .containsExactly("light", "dark", "inverted");
    }

    @Test
    void sarifHasAllThatTheStandardAsksFor() throws IOException {
        workspace.article("un.txt", "Un titre");
        workspace.write("templates/digest/html.ftlh", PALE);
        workspace.write("templates/digest/style.css", ".soft { color: #bbbbbb; }\n");

        Map<String, Object> document =
                JSON.std.mapFrom(Typed.in(folder, "check", "--sarif").out());

        assertThat(document).containsEntry("version", "2.1.0");
        Map<String, Object> run = maps(document.get("runs")).get(0);
        Map<String, Object> driver = map(map(run.get("tool")).get("driver"));
        assertThat(driver).containsEntry("name", "gazette");
        List<Map<String, Object>> rules = maps(driver.get("rules"));
        assertThat(rules).allSatisfy(rule -> {
            assertThat((String) rule.get("id")).matches("[a-z-]+");
            assertThat((String) map(rule.get("help")).get("text")).isNotBlank();
            assertThat((String) map(rule.get("shortDescription")).get("text")).isNotBlank();
        });
        List<Map<String, Object>> results = maps(run.get("results"));
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(rules).extracting(rule -> rule.get("id")).contains(result.get("ruleId"));
            assertThat((String) result.get("level")).isIn("error", "warning", "note");
            assertThat((String) map(result.get("message")).get("text")).isNotBlank();
            assertThat(maps(result.get("locations"))).hasSize(1);
        });
        Map<String, Object> pale = results.stream()
                .filter(result -> "contrast".equals(result.get("ruleId")))
                .findFirst()
                .orElseThrow();
        assertThat(pale).containsEntry("level", "error");
        Map<String, Object> where = map(maps(pale.get("locations")).get(0).get("physicalLocation"));
        assertThat(map(where.get("artifactLocation"))).containsEntry("uri", "templates/digest/style.css");
        assertThat(map(where.get("region"))).containsEntry("startLine", 1);
    }

    @Test
    void aFindingIsAtTheLineOfTheTemplateHoweverTheLinesBeforeItAreWrappedForItsReader() {
        workspace.article("un.txt", "Un titre");
        workspace.write("templates/digest/html.ftlh", WHOLE.replace("</body>", "\n<p>{{dans-la-page}}</p>\n</body>"));
        workspace.write("templates/digest/text.ftl", """
                Bonjour ${reader.name}, voici des mots pour remplir la ligne, et encore d’autres mots

                {{dans-le-texte}}
                ${reader.unsubscribe}
                """);

        Typed check = Typed.in(folder, "check");

        assertThat(check.out()).containsOnlyOnce("{{dans-la-page}}").containsOnlyOnce("{{dans-le-texte}}");
        assertThat(check.out())
                .containsPattern("dans-la-page.*\n      at templates/digest/html.ftlh:4\n")
                .containsPattern("dans-le-texte.*\n      at templates/digest/text.ftl:3\n");
    }

    @Test
    void whatDiffersInItsCountAloneIsSaidOnce() {
        workspace.article("un.txt", "Un titre");

        Typed check = Typed.in(folder, "check", "--personas", "all", "-v");

        assertThat(check.out())
                .containsOnlyOnce("needs lang attribute, which Yahoo")
                .containsPattern("needs lang attribute, which Yahoo knows in part \\([0-9]+ places\\)");
    }

    @Test
    void logicOnTheReaderIsSaidOnceWithItsFile() {
        workspace.article("un.txt", "Un titre");
        workspace.write("templates/digest/html.ftlh", WHOLE);
        workspace.write("templates/digest/text.ftl", "Bonjour\n${reader.name?upper_case}\n${reader.unsubscribe}\n");

        Typed check = Typed.in(folder, "check", "--personas", "all");

        assertThat(check.out())
                .containsOnlyOnce("[reader-logic]")
                .containsPattern("rendered anew.*\n      at templates/digest/text.ftl:2\n");
    }

    @Test
    void aTestMessageSaysNothingOfLogicWhereThereIsNone() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");

            Typed test = Typed.in(folder, "test", "la-gazette", "--to", "reader-1@example.org");

            assertThat(test.code()).as(test.err()).isEqualTo(ExitCode.DONE);
            assertThat(test.out()).doesNotContain("slower");
        }
    }

    @Test
    void linksOfAMessageInAFileAreAskedForWithoutAWorkspace(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("lettre.eml"), """
                From: a@example.org
                Content-Type: text/html; charset=UTF-8

                <p><a href="https://[::ffff:10.0.0.1]/page">Une page</a></p>
                """);

        Typed check = Typed.in(elsewhere, "check", "lettre.eml", "--online");

        assertThat(check.err()).isEmpty();
        assertThat(check.out()).contains("https://[::ffff:10.0.0.1]/page leads to no page", "[link-broken]");
    }

    @Test
    void aTestMessageSaysOfLogicOnTheReaderWhereToLook() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");
            workspace.write("templates/digest/text.ftl", "${reader.name?upper_case}\n${reader.unsubscribe}\n");

            Typed test = Typed.in(folder, "test", "la-gazette", "--to", "reader-1@example.org");

            assertThat(test.out()).containsOnlyOnce("slower: gazette check names the places");
        }
    }

    @Test
    void aTemplateThatFailsForSomeReadersIsAnErrorAndTheOthersAreLookedAt() {
        workspace.article("un.txt", "Un titre");
        workspace.write(
                "templates/digest/html.ftlh",
                WHOLE.replace("</body>", "<#if !(reader.name?has_content)>${nothing.there}</#if></body>"));

        Typed check = Typed.in(folder, "check");

        assertThat(check.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(check.out())
                .containsOnlyOnce("message-not-made")
                .contains("for some readers: ")
                .contains("looked at 3 messages");
    }

    @Test
    void theReaderWithTheLongestFieldsWeighsWhatGmailCuts() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");
            workspace.write(
                    "templates/digest/html.ftlh",
                    WHOLE.replace("</body>", "<#list 1..400 as n>\n<p>${reader.name!}</p></#list></body>"));
            workspace.write(
                    "subscribers/la-gazette.csv", "address,name\nreader-1@example.org," + "nom ".repeat(75) + "\n");
            Typed sent = Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette");
            assertThat(sent.code()).as(sent.err()).isEqualTo(ExitCode.DONE);

            Typed check = Typed.in(folder, "check");

            assertThat(check.out()).contains("for the reader with the longest fields: Gmail cuts it", "[html-clipped]");
        }
    }

    @Test
    void aPictureThatIsLeftOutIsSaidOnceWithItsArticle() {
        workspace.write("articles/un.md", "# Un titre\n\nDes mots.\n\n![Un pont](http://127.0.0.1:9/pont.jpg)\n");

        Typed check = Typed.in(folder, "check", "--personas", "all");

        assertThat(check.out())
                .containsOnlyOnce("[picture-left-out]")
                .containsPattern("«http://127.0.0.1:9/pont.jpg» of «Un titre» .*\n      at articles/un.md\n");
    }

    @Test
    void aNoteThatCannotBeReadIsAFindingAndStopsNothingElse() {
        workspace.article("un.txt", "Un titre");
        workspace.write("gazette.yaml", twoNewsletters().replace("template: broken\n", "notes: notes\n"));

        workspace.write("notes/1.md", "---\nsubjekt: a\n---\n\nDes mots.\n");

        Typed check = Typed.in(folder, "check");

        assertThat(check.out()).containsOnlyOnce("[note-unreadable]").contains("looked at 4 messages");
    }

    @Test
    void aColourOfTheSettingsIsMendedThere() {
        workspace.article("un.txt", "Un titre");
        workspace.write(
                "gazette.yaml",
                TestWorkspace.settings(Options.smtp(25))
                        .replace("    cooldown:", "    style: {colours: {soft: \"#bbbbbb\"}}\n    cooldown:"));
        workspace.write("templates/digest/html.ftlh", PALE);
        workspace.write(
                "templates/digest/style.css", ":root {\n  --soft: #777777;\n}\n.soft {\n  color: var(--soft);\n}\n");

        Typed check = Typed.in(folder, "check");

        assertThat(check.out())
                .containsPattern(
                        "to 1\\): newsletters\\.la-gazette\\.style\\.colours\\.soft in gazette\\.yaml   \\[contrast]");
    }

    private static final String WHOLE = """
            <html lang="fr"><body bgcolor="#ffffff" style="color:#222222"><h1>La Gazette</h1>
            <p><a href="${reader.unsubscribe}" style="color:#222222">Se désabonner</a></p>
            </body></html>
            """;

    private static final String PALE = """
            <html lang="fr"><body bgcolor="#ffffff"><p ${css("soft")}>pale</p>
            <p style="color:#222222"><a href="${reader.unsubscribe}" style="color:#222222">Se désabonner</a></p></body></html>
            """;

    private static final String MESSAGE = """
            Subject: Bonjour
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html lang="fr"><body>
            <p style="color:#cccccc;background:#ffffff">pale</p></body></html>
            """.replace("\n", "\r\n");

    private static String twoNewsletters() {
        String one = TestWorkspace.settings(Options.smtp(25));
        int from = one.indexOf("  la-gazette:");
        int to = one.indexOf("smtp:");
        String other = one.substring(from, to)
                .replace("la-gazette:", "la-gazette-bis:")
                .replace("cooldown:", "template: broken\n    cooldown:");
        return one.substring(0, to) + other + one.substring(to);
    }

    @SuppressWarnings("unchecked") // as the library reads any JSON
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked") // as the library reads any JSON
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return (List<Map<String, Object>>) Objects.requireNonNull(value);
    }
}
