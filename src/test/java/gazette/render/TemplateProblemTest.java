package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Variant;
import gazette.mail.Format;
import gazette.subscriber.Readership;
import gazette.subscriber.Wish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that are wrong, hostile or endless, and what a person is told. */
final class TemplateProblemTest {
    private static final RenderLimits SHORT = new RenderLimits(Duration.ofMillis(300), 100_000, 64L << 20);

    @TempDir
    private Path workspace;

    private Path templates;

    @BeforeEach
    void aTemplateOfThreeFiles() throws IOException {
        templates = workspace.resolve("templates");
        Files.createDirectories(templates.resolve("mine"));
        write("html.ftlh", "<p>${articles[0].title}</p>");
        write("text.ftl", "${articles[0].title}");
        write("subject.ftl", "${articles[0].title}");
        write("words_fr.properties", "by = Par {0} !\n");
        write("words_en.properties", "only = English only!\n");
        write("style.css", ":root { --ink: #222 } .ink { color: var(--ink) }");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(templates.resolve("mine").resolve(file), text, StandardCharsets.UTF_8);
    }

    private Variant render() {
        return render("mine", RenderLimits.USUAL);
    }

    private void common(String file, String text) throws IOException {
        Path common = Files.createDirectories(templates.resolve("common"));
        Files.writeString(common.resolve(file), text, StandardCharsets.UTF_8);
    }

    private static Edition edition(String template) {
        Edition several = Samples.several();
        return new Edition(
                several.id(),
                several.key(),
                several.masthead(),
                several.window(),
                several.composedAt(),
                template,
                several.stories());
    }

    private Variant render(String template, RenderLimits limits) {
        return new Renderer(templates, OnlineAddress.NONE, limits)
                .render(edition(template), Illustrations.AS_WRITTEN, Readership.NOBODY)
                .first();
    }

    private TemplateProblem problem() {
        return problem("mine", RenderLimits.USUAL);
    }

    private TemplateProblem problem(String template, RenderLimits limits) {
        TemplateProblem problem = catchThrowableOfType(TemplateProblem.class, () -> render(template, limits));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static void says(TemplateProblem problem, String... words) {
        assertThat(problem).hasMessageContainingAll(words);
        assertThat(problem.getMessage()).doesNotContain("freemarker.core", "FTL stack", "Tip:", "\tat ");
    }

    @Test
    void theWorkspacesOwnTemplateIsRendered() {
        assertThat(render().html().orElseThrow()).startsWith("<p>La ville");
    }

    @Test
    void aMissingFolderIsNamedWithTheWayOut() {
        TemplateProblem problem = problem("other", RenderLimits.USUAL);

        assertThat(problem.isMissing()).isTrue();
        says(problem, templates.resolve("other").toString(), "set template to digest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../mine", "/etc", "..", "mine/../mine", ""})
    void aTemplateIsTheNameOfAFolderAndNoPath(String name) {
        TemplateProblem problem = problem(name, RenderLimits.USUAL);

        assertThat(problem.isMissing()).isTrue();
        says(problem, "template is '" + name + "'", "name of a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text.ftl", "subject.ftl"})
    void aMissingFileIsNamed(String file) throws IOException {
        Files.delete(templates.resolve("mine").resolve(file));

        TemplateProblem problem = problem();

        assertThat(problem.isMissing()).isTrue();
        says(problem, templates.resolve("mine").resolve(file).toString(), "copy of the built-in template");
    }

    @Test
    void withoutAnHtmlFileThereIsNoHtmlPartForAnybody() throws IOException {
        Files.delete(templates.resolve("mine/html.ftlh"));

        assertThat(render().html()).isEmpty();
    }

    @Test
    void aSlipOfThePenIsShownWithFileLineColumnAndTheLinesAroundIt() throws IOException {
        write("html.ftlh", "<p>one</p>\n<p>two</p>\n<p>${articles[0].titel}</p>\n<p>four</p>\n");

        TemplateProblem problem = problem();

        assertThat(problem.isMissing()).isFalse();
        says(
                problem,
                "html.ftlh, line 3, column 6: articles[0].titel is not there",
                "     2 | <p>two</p>\n>    3 | <p>${articles[0].titel}</p>\n     4 | <p>four</p>");
    }

    @Test
    void aDirectiveThatIsNotClosedIsShownWithItsPlace() throws IOException {
        write("text.ftl", "a\n<#list articles as article>\n${article.title}\n");

        says(problem(), "text.ftl, line 3, column 17: ", "You have an unclosed #list");
    }

    @Test
    void theWrongKindOfValueIsExplainedInOneSentence() throws IOException {
        write("html.ftlh", "${articles}");

        says(problem(), "html.ftlh, line 1, column 3: ", "(articles)");
    }

    @Test
    void aFaultInAnIncludedFileIsFoundThere() throws IOException {
        write("html.ftlh", "<#include \"part.ftlh\">");
        write("part.ftlh", "\n\n  ${nothing}");

        says(problem(), "part.ftlh, line 3, column 5: nothing is not there");
    }

    @Test
    void aFaultInAMacroOfTheCommonFolderIsShownThere() throws IOException {
        common("parts.ftlh", "<#macro head>\n<h1>\n${nothing}</h1>\n</#macro>\n");
        write("html.ftlh", "<#import \"parts.ftlh\" as parts>\n<@parts.head/>");

        says(
                problem(),
                templates.resolve("common/parts.ftlh") + ", line 3, column 3: nothing is not there",
                "     2 | <h1>\n>    3 | ${nothing}</h1>\n     4 | </#macro>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html.ftlh", "text.ftl", "subject.ftl", "parts.ftlh", "parts.ftl"})
    void whicheverFileIsWrongItIsShownWithTheLinesAroundAndStopsNoOtherEdition(String file) throws IOException {
        write("html.ftlh", "<#import 'parts.ftlh' as parts><@parts.head/>");
        write("text.ftl", "<#import 'parts.ftl' as parts><@parts.head/>");
        write("parts.ftlh", "<#macro head>h</#macro>");
        write("parts.ftl", "<#macro head>h</#macro>");
        write(file, "<#macro head>\ntwo\n  ${articles[0].titel}\n</#macro>\n<@head/>");
        Renderer renderer = new Renderer(templates);

        TemplateProblem problem = catchThrowableOfType(
                TemplateProblem.class,
                () -> renderer.render(edition("mine"), Illustrations.AS_WRITTEN, Readership.NOBODY));
        Variant other = renderer.render(edition("digest"), Illustrations.AS_WRITTEN, Readership.NOBODY)
                .first();

        says(
                problem,
                templates.resolve("mine").resolve(file) + ", line 3, column 5: articles[0].titel is not there",
                "     2 | two\n>    3 |   ${articles[0].titel}\n     4 | </#macro>");
        assertThat(other.html().orElseThrow()).contains("La Gazette");
    }

    @Test
    void aBrokenFileOfWordsIsShownWithTheLinesAround() throws IOException {
        write("words_fr.properties", "# C:\\users is fine here\na = b\nby = Par \\\\u0020 l\\u2019 et \\u20\n");

        says(
                problem(),
                templates.resolve("mine/words_fr.properties") + ", line 3, column 29: a \\u without four digits",
                "     2 | a = b\n>    3 | by = Par");
    }

    @Test
    void aBrokenSharedFileOfWordsIsFoundThere() throws IOException {
        common("words_fr.properties", "\nby = \\u");

        says(problem(), templates.resolve("common/words_fr.properties") + ", line 2, column 6: a \\u without");
    }

    @Test
    void brokenWordsOfALanguageThatNobodyReadsHarmNobodyAndThoseWhoReadItAreTold() throws IOException {
        write("words_de.properties", "by = \\u");
        Readership german = new Readership() {
            @Override
            public List<Wish> wishes(Set<String> fields) {
                return List.of(new Wish(Optional.of(Locale.GERMAN), List.of(), Format.HTML, Set.of()));
            }

            @Override
            public Map<String, String> longest(Set<String> fields) {
                return Map.of();
            }
        };

        assertThat(render().html()).isPresent();
        assertThatThrownBy(() -> new Renderer(templates).render(edition("mine"), Illustrations.AS_WRITTEN, german))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("words_de.properties, line 1, column 6");
    }

    @Test
    void aWordThatNoFileHasIsNamedWithTheFileToAddItTo() throws IOException {
        write("html.ftlh", "<p>\n${words.hello}</p>");

        says(problem(), "html.ftlh, line 2, column", "words.hello is not there: add hello to ", "words_fr.properties");
    }

    @Test
    void wordsAreFilledAndSetAndThoseThatFrenchLacksAreEnglish() throws IOException {
        write("html.ftlh", "${words.by(\"<A>!\")} ${words.only} ${words.by(3)}");

        assertThat(render().html().orElseThrow()).isEqualTo("Par &lt;A&gt;!\u202F! English only! Par 3\u202F!\n");
    }

    @Test
    void aWordWithoutItsValueIsAnError() throws IOException {
        write("html.ftlh", "${words.by}");

        says(problem(), "html.ftlh, line 1, column", "words.by needs a value for {0}");
    }

    @Test
    void aStyleThatIsNotThereIsNamed() throws IOException {
        write("html.ftlh", "<p ${css(\"ink\")}></p>\n<p ${css(\"blue\")}></p>");

        says(problem(), "html.ftlh, line 2, column", "there is no .blue in ", "style.css");
    }

    @Test
    void aColourWithoutAValueIsNamed() throws IOException {
        write("style.css", ".ink { color: var(--ink) }");

        says(problem(), "style.css uses var(--ink): give --ink a value in :root");
    }

    @Test
    void anEmptySubjectIsAnError() throws IOException {
        write("subject.ftl", "\n \n");

        says(problem(), "subject.ftl prints nothing");
    }

    @Test
    void aFileThatIsNoUtf8IsNamed() throws IOException {
        Files.write(templates.resolve("mine/text.ftl"), new byte[] {'c', 'a', 'f', (byte) 0xE9});

        says(problem(), "text.ftl is no UTF-8");
    }

    @Test
    void anyFieldMayBePrintedAnywhereAndOften() throws IOException {
        write("subject.ftl", "${reader.name}, ${articles[0].title}");
        write(
                "html.ftlh",
                "<#assign hello = \"Bonjour ${reader.name}\">${hello} ${hello} <a href='${reader.unsubscribe}'>"
                        + "${words.by(reader.town_2)}</a> ${reader[\"first-name\"]}");

        Variant variant = render();

        assertThat(variant.subject()).startsWith(Samples.marker("name") + ", La ville");
        assertThat(variant.html().orElseThrow())
                .contains("Bonjour " + Samples.htmlMarker("name") + " Bonjour " + Samples.htmlMarker("name"))
                .contains("href='" + Samples.htmlMarker("unsubscribe") + "'>Par " + Samples.htmlMarker("town_2"))
                .contains(Samples.htmlMarker("first-name"));
    }

    @Test
    void aFieldWhoseNameCannotBeAMarkerIsRefused() throws IOException {
        write("html.ftlh", "${reader.Name}");

        says(problem(), "html.ftlh, line 1", "reader.Name cannot be a field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}",
                "${articles?api.class}",
                "${edition?api.getClass()}",
                "${articles.class}",
                "${edition.getClass()}",
                "${\"1+1\"?interpret}",
                "<#include \"/etc/passwd\">",
                "<#include \"../secret.ftl\">",
                "<#include \"../../secret.ftl\">",
                "<#import \"../secret.ftl\" as secret>",
                "<#include \"link.ftlh\">",
                "<#import \"link.ftlh\" as secret>",
                "<#import \"loop.ftlh\" as secret>",
                "<#include \"../common/../secret.ftl\">",
                "<#include \"/common/../../secret.ftl\">",
                "<#import \"sly.ftlh\" as sly><@sly.run/>",
                "<#import \"sly.ftlh\" as sly><@sly.look/>",
                "<#import \"sly.ftlh\" as sly><@sly.read/>"
            })
    void aTemplateReachesNoClassAndNoFileBesideItsOwn(String attempt) throws IOException {
        Files.writeString(templates.resolve("secret.ftl"), "secret", StandardCharsets.UTF_8);
        Files.writeString(workspace.resolve("secret.ftl"), "secret", StandardCharsets.UTF_8);
        Files.createSymbolicLink(templates.resolve("mine/link.ftlh"), workspace.resolve("secret.ftl"));
        common(
                "sly.ftlh",
                "<#macro run>${\"freemarker.template.utility.Execute\"?new()(\"id\")}</#macro>"
                        + "<#macro look>${articles?api.class}</#macro><#macro read><#include \"../secret.ftl\"></#macro>");
        Files.createSymbolicLink(templates.resolve("common/loop.ftlh"), workspace.resolve("secret.ftl"));
        write("html.ftlh", attempt);

        TemplateProblem problem = problem();

        assertThat(problem.isMissing()).isFalse();
        says(problem, templates.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#list 1.. as x></#list>",
                "<#assign text><#list 1.. as x>${x}</#list></#assign>",
                "<#macro again><#nested><@again/></#macro><#list 1.. as x><#attempt>${y}<#recover></#attempt></#list>",
                "<#include \"endless.ftlh\">",
                "${(1..)?filter(x -> x lt 0)?first}",
                "${(1..)?map(x -> x % 2)?filter(x -> x == 2)?first}",
                "<#attempt>${(1..)?take_while(x -> x gt 0)?join('')}<#recover>x</#attempt>"
            })
    void anEndlessTemplateIsStopped(String endless) throws IOException {
        write("endless.ftlh", "<#list 1.. as x><#if x lt 0>x</#if></#list>");
        write("html.ftlh", endless);
        long start = System.nanoTime();

        TemplateProblem problem = problem("mine", SHORT);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        says(problem, "html.ftlh was stopped: it ", "look for a <#list> or a macro");
    }

    @Test
    void aTemplateThatPrintsTooMuchIsStopped() throws IOException {
        write("html.ftlh", "<#list 1.. as x>${x}</#list>");

        says(problem("mine", SHORT), "html.ftlh was stopped: it printed more than 100000 characters");
    }

    @Test
    void aTemplateThatTakesTooMuchMemoryIsStopped() throws IOException {
        write(
                "html.ftlh",
                "<#assign s = 'x'><#list 1.. as x><#assign s = s + s?substring(s?length / 2) + 'x'></#list>");

        says(
                problem("mine", new RenderLimits(Duration.ofSeconds(30), 100_000, 16L << 20)),
                "was stopped: it ",
                "memory");
    }

    @Test
    void aMacroThatCallsItselfWithoutEndIsStopped() throws IOException {
        write("html.ftlh", "<#macro again><@again/></#macro><@again/>");

        says(problem(), "html.ftlh was stopped: it calls itself without end");
    }

    @Test
    void afterAStoppedTemplateTheNextEditionIsRendered() throws IOException {
        write("html.ftlh", "<#list 1.. as x></#list>");
        problem("mine", SHORT);

        assertThat(render("digest", RenderLimits.USUAL).html().orElseThrow()).contains("La Gazette");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<#list 1.. as x></#list>", "${(1..)?filter(x -> x lt 0)?first}"})
    void noThreadStaysBehindAStoppedLoop(String endless) throws IOException {
        write("html.ftlh", endless);

        problem("mine", SHORT);

        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("gazette-render"))
                        .toList())
                .isEqualTo(List.of());
    }
}
