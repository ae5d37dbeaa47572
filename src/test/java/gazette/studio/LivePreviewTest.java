package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is saved while its edition is on the screen. */
final class LivePreviewTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long SCROLLED = 300;

    /** When the message on the screen had a word. */
    private static final String WATCH_FOR = """
            window.shown = 0;
            clearInterval(window.watching);
            window.watching = setInterval(() => {
              const frame = document.querySelector('iframe');
              if (!window.shown && frame?.contentDocument?.body?.textContent.includes('%s')) window.shown = Date.now();
            }, 5);
            """;

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private StudioStage stage;
    private Browser browser;

    @BeforeEach
    void openTheNextEdition() {
        browser = Browser.open();
        workspace = TestWorkspace.make(folder, Options.smtp(25));
        write("d’abord");
        stage = StudioStage.over(folder);
        browser.open("http://127.0.0.1:" + stage.port() + "/");
        browser.run(WATCH_FOR.formatted("d’abord"));
        await().atMost(PATIENCE).until(() -> shown() > 0);
        browser.run("document.querySelector('iframe').contentWindow.scrollTo(0, " + SCROLLED + ");");
    }

    @AfterEach
    void close() {
        stage.close();
        browser.close();
    }

    @Test
    void aSavedArticleIsShownScrolledToWhereItWas() {
        showsSoon("ensuite");

        await().atMost(PATIENCE).until(() -> scrolled() == SCROLLED);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTemplateThatFailsIsShownOverTheLastGoodRenderingAndClearsItself() {
        Path broken = workspace.write("templates/digest/html.ftlh", "<p>${edition.nothing.at.all}</p>\n");
        await().atMost(PATIENCE).until(() -> text("#overlay").contains("html.ftlh"));

        assertThat(text("#overlay")).contains("edition.nothing");
        assertThat(browser.text("return document.querySelector('iframe').contentDocument.body.textContent;"))
                .contains("d’abord");

        assertThat(broken.toFile().delete()).isTrue();
        await().atMost(PATIENCE).until(() -> text("#overlay").isEmpty());
    }

    private void showsSoon(String word) {
        browser.run(WATCH_FOR.formatted(word));
        write(word);
        await().atMost(PATIENCE).until(() -> shown() > 0);
    }

    private void write(String word) {
        workspace.write(
                "articles/une.txt", "Un titre " + word + "\n" + "Une phrase de plus, et une autre.\n".repeat(60));
    }

    private long shown() {
        return browser.number("return window.shown;");
    }

    private long scrolled() {
        return browser.number("return Math.round(document.querySelector('iframe').contentWindow.scrollY);");
    }

    private String text(String selector) {
        return browser.text("return document.querySelector('" + selector + "').textContent;");
    }
}
