package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.render.OnlineAddress;
import gazette.subscriber.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition on the web, where a script would run if it could. */
final class OnlineInABrowserTest {
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");
    private static final String SCRIPT = "<script>document.title = 'ran'</script>";
    private static final String HANDLER = "<img src=\"x\" onerror=\"document.title = 'ran'\">";

    @TempDir
    private Path folder;

    @Test
    void noScriptOfAnArticleOrATemplateRunsInAnEditionOnTheWeb() {
        try (Browser browser = Browser.open()) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(25));
            workspace.write(
                    "articles/une.html", "<h1>Un titre</h1><p>Une phrase" + HANDLER + SCRIPT + " et sa fin.</p>");
            workspace.write(
                    "templates/digest/html.ftlh",
                    "<html lang=\"fr\"><head><title>Lettre</title></head><body><h1>${newsletter.name}</h1>"
                            + "<#list articles as article><p>${article.heading.text} ${article.lead}</p></#list>"
                            + HANDLER + SCRIPT + "</body></html>");
            try (StudioStage stage = StudioStage.over(folder)) {
                stage.run(SLOT, RunOptions.AS_SCHEDULED);

                browser.open("http://127.0.0.1:" + stage.readersPort() + address(stage));

                assertThat(browser.text("return document.querySelector('p').textContent;"))
                        .contains("Une phrase");
                assertThat(browser.text("return document.querySelectorAll('script').length + document.title;"))
                        .isEqualTo("1Lettre");
            }
        }
    }

    private String address(StudioStage stage) {
        OnlineAddress online = OnlineAddress.signed(Tokens.open(folder.resolve("data/secret.key")));
        return stage.store().editions().list(Optional.empty()).stream()
                .findFirst()
                .flatMap(summary -> stage.store().editions().find(summary.id()))
                .flatMap(edition -> online.of(edition, Locale.FRENCH))
                .map(address -> URI.create(address).getPath())
                .orElseThrow();
    }
}
