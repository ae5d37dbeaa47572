package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.sink.Sink;
import gazette.web.Visitor;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page that the studio has, in a browser, on each screen, in each light and in each language. */
final class EveryPageInABrowserTest {
    /** For the page, its style sheet and its scripts, without the mail that it shows. */
    private static final long MOST_OCTETS = 60_000;

    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void everyPageIsLightAccessibleAndWholeOnEveryScreenInEachLanguage() {
        try (Browser browser = Browser.open();
                Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            TestWorkspace.make(folder, Options.smtp(sink.smtpPort()))
                    .article("une.txt", "Le réseau électrique tient : «une première» cet hiver");
            Letters.to(
                    sink, "L’été <script>alert(1)</script>", "<p>Bonjour <a href=\"https://example.org\">vous</a></p>");
            try (StudioStage stage = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink))) {
                stage.run(SLOT, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
                List<String> pages = pages(stage, SampleAddresses.of(sink, stage.port()));
                List<String> faults = new ArrayList<>();
                for (Sight sight : Sight.PAIRS) {
                    browser.appear(sight);
                    pages.forEach(page -> faults.addAll(faults(browser, stage.port(), page, sight)));
                }

                assertThat(pages).contains("/inbox", "/schedule");
                assertThat(faults).isEmpty();
            }
        }
    }

    /** The addresses that answer with a page: neither a style sheet, nor a message, nor a stream. */
    private static List<String> pages(StudioStage stage, SampleAddresses samples) {
        Visitor visitor = new Visitor(stage.port());
        return stage.studio().reads().stream()
                .flatMap(path -> samples.of(path).stream())
                .filter(address -> isPage(visitor.headers(address)))
                .toList();
    }

    private static boolean isPage(HttpResponse<InputStream> answer) {
        boolean isHtml = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        boolean isMail = answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("sandbox");
        return isHtml && !isMail && answer.statusCode() == 200;
    }

    private static List<String> faults(Browser browser, int port, String page, Sight sight) {
        browser.open("http://127.0.0.1:" + port + page);
        List<String> faults = new ArrayList<>(browser.violations());
        long octets = browser.octets();
        if (octets > MOST_OCTETS) {
            faults.add(octets + " octets are more than " + MOST_OCTETS);
        }
        if (browser.sideways() > 0) {
            faults.add("scrolls sideways by " + browser.sideways() + " pixels");
        }
        if (sight.language().equals("fr")) { // once on each screen: the keys are the same in every language
            faults.addAll(browser.astray());
        }
        faults.addAll(browser.complaints());
        if (!faults.isEmpty()) {
            browser.picture((page + " " + sight).replaceAll("[^a-z0-9]+", "-"));
        }
        return faults.stream().map(fault -> page + " (" + sight + "): " + fault).toList();
    }
}
