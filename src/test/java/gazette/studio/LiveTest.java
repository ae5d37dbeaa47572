package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What happens on the disk, as a page in a browser shows it. */
final class LiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** When a banner came or went, by the browser's clock, which is this machine's. */
    private static final String LOOK_OUT = """
            window.seen = 0;
            new MutationObserver(() => { window.seen = Date.now(); })
              .observe(document.getElementById('notices'), {childList: true, subtree: true, characterData: true});
            """;

    /** Names of files, each with its octets. */
    private static final String LET_FALL = """
            const dataTransfer = new DataTransfer();
            for (let i = 0; i < arguments.length; i += 2) {
              dataTransfer.items.add(new File(['x'.repeat(arguments[i + 1])], arguments[i]));
            }
            document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            """;

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private StudioStage stage;
    private Browser browser;
    private String settings;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.open();
        workspace = TestWorkspace.make(folder, Options.smtp(25));
        settings = Files.readString(folder.resolve("gazette.yaml"), StandardCharsets.UTF_8);
        stage = StudioStage.over(folder);
        browser.open("http://127.0.0.1:" + stage.port() + "/schedule");
    }

    @AfterEach
    void close() {
        stage.close();
        browser.close();
    }

    @Test
    void savedSettingsAreSaidAndWhatIsWrongWithThemUntilItIsMended() {
        workspace.write("gazette.yaml", settings + "# un mot de plus\n");
        await().atMost(PATIENCE).until(() -> notice(".warn").contains("gazette.yaml a changé"));

        workspace.write("gazette.yaml", settings.replace("port: 25", "port: cinq"));
        await().atMost(PATIENCE).until(() -> notice(".bad").contains("smtp.port is 'cinq'"));

        workspace.write("gazette.yaml", settings);
        await().atMost(PATIENCE).until(() -> notice(".warn, .bad").isEmpty());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileIsDroppedOnThePageAndKeptOctetForOctet() throws IOException {
        Path article = workspace.write("dehors/L’été à la mer.txt", "Un titre\r\nUne phrase, et « voilà ».\r\n");

        browser.click(".drop summary");
        browser.type("#file", article.toString());
        Path kept = folder.resolve("articles/L-été-à-la-mer.txt");
        await().atMost(PATIENCE).until(() -> Files.exists(kept) && Files.size(kept) > 0);

        assertThat(Files.readAllBytes(kept)).isEqualTo(Files.readAllBytes(article));
    }

    @Test
    void ofManyThatAreDroppedEachIsToldWhatBecameOfIt() {
        browser.run(LET_FALL, "une.txt", 20, "deux.exe", 20, "trois.txt", 3 << 20);
        await().atMost(PATIENCE).until(() -> shown("#dropped").contains("trois.txt"));

        assertThat(shown("#dropped").replaceAll("[\\u00a0\\u202f]", " ").lines())
                .containsExactly(
                        "Déposé : une.txt",
                        "deux.exe — Un article est un fichier .txt, .md ou .html.",
                        "trois.txt — Un formulaire peut peser 16 ko, un article 1 Mo. Rien n’a été enregistré.");
        assertThat(browser.text("return document.getElementById('dropped').className;"))
                .isEqualTo("warn");

        stage.close();
        browser.run(LET_FALL, "quatre.txt", 20);
        await().atMost(PATIENCE).until(() -> shown("#dropped").contains("quatre.txt — L’envoi n’a pas abouti."));
        stage = StudioStage.over(folder);
    }

    /** The page follows what was dropped within a moment, and did so before anybody could read what became of it. */
    @Test
    void whatBecameOfADroppedFileStaysSaidWhenThePageFollows() {
        browser.open("http://127.0.0.1:" + stage.port() + "/articles");
        browser.run(LET_FALL, "une.txt", 20, "deux.exe", 20);
        await().atMost(PATIENCE).until(() -> shown("#dropped").contains("deux.exe"));
        workspace.article("trois.txt", "Une troisième");
        await().atMost(PATIENCE).until(() -> shown("#main").contains("Une troisième"));

        assertThat(shown("#dropped")).contains("Déposé", "une.txt");
        assertThat(browser.number("return document.querySelectorAll('#dropped.warn').length;"))
                .isEqualTo(1);
    }

    @Test
    void everythingIsReachedByKeys() {
        browser.press("?");
        assertThat(browser.number("return document.querySelectorAll('#keys[open]').length;"))
                .isEqualTo(1);
        assertThat(browser.violations()).isEmpty();
        browser.press(Keys.ESCAPE);

        browser.press(Keys.CONTROL, "k");
        browser.press("editions");
        assertThat(browser.text("return document.querySelector('#found [aria-selected=true]').textContent;"))
                .isEqualTo("Éditions");
        assertThat(browser.violations()).isEmpty();
        browser.press(Keys.ENTER);
        await().atMost(PATIENCE).until(() -> browser.address().contains("/editions?"));

        browser.press("g", "s");
        await().atMost(PATIENCE).until(() -> browser.address().contains("/schedule?"));
    }

    @Test
    void withoutScriptTheFormsAndLinksDoTheSame() {
        workspace.article("une.txt", "Un titre");
        browser.withoutScript();
        browser.open("http://127.0.0.1:" + stage.port() + "/?view=text");

        browser.click("#reader option[value=language-en]");
        browser.click("#reader + button");
        await().atMost(PATIENCE).until(() -> browser.address().contains("reader=language-en"));
        assertThat(browser.address()).contains("view=text");
        assertThat(shown(".sheet")).contains("Online:");

        browser.click("#stories button[value=brief]");
        await().atMost(PATIENCE).until(() -> browser.address().contains("#article-"));
        assertThat(shown(".pill.warn")).isEqualTo("Modifié par vous");
        assertThat(shown("#stories [aria-pressed=true]")).isEqualTo("Brève");
    }

    private String shown(String selector) {
        return browser.text("return document.querySelector('" + selector + "').textContent.trim();");
    }

    @Test
    @Tag("long")
    void aSavedFileIsOnTheScreenWithinAQuarterOfASecond() {
        browser.run(LOOK_OUT);
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long before = browser.number("window.seen = 0; return Date.now();");
            workspace.write("gazette.yaml", i % 2 == 0 ? settings + "# " + i + "\n" : settings);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> seen() > 0);
            millis.add(seen() - before);
        }

        List<Long> sorted = millis.stream().sorted().toList();
        assertThat(sorted.get(37)).as("the 95th of a hundred, of " + sorted).isLessThanOrEqualTo(250);
    }

    private long seen() {
        return browser.number("return window.seen;");
    }

    private String notice(String selector) {
        return browser.text("return [...document.querySelectorAll('#notices > :is(" + selector
                + ")')].map((one) => one.textContent).join(' ');");
    }
}
