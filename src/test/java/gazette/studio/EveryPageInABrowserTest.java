package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.sink.Sink;
import gazette.web.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page that the studio has, in a browser, on each screen, in each light and in each language. */
final class EveryPageInABrowserTest {
    /** For the page, its style sheet and its scripts, without the mail that it shows. */
    private static final long MOST_OCTETS = 60_000;

    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");

    private static final List<String> SAMPLES = List.of(
            "bibliotheque-de-nuit.txt",
            "chaleur-de-la-mine.txt",
            "ciel-noir.txt",
            "lignes-et-vergers.jpg",
            "lignes-et-vergers.txt",
            "orchestra-of-glaciers.txt",
            "tide-mill-turns-again.txt");

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

    /** Without an article, a message or an edition; then with settings that cannot be read. */
    @Test
    void pagesWithNothingToShowAndPagesWithTroubleAreWholeToo() throws IOException {
        try (Browser browser = Browser.open();
                Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
            try (StudioStage stage = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink))) {
                List<String> faults = new ArrayList<>(
                        faults(browser, stage.port(), List.of("/", "/inbox", "/editions", "/articles", "/templates")));
                Path settings = folder.resolve("gazette.yaml");
                Files.writeString(settings, Files.readString(settings).replace("language:", "langage:"));
                faults.addAll(faults(browser, stage.port(), List.of("/?last=3", "/schedule")));

                assertThat(faults).isEmpty();
            }
        }
    }

    /** Refused by servers, paused, called off: with many numbers and long answers beside each other. */
    @Test
    void pagesOfEditionsInEveryStateAreWholeToo() {
        try (Browser browser = Browser.open();
                EditionStage stage = EditionStage.over(folder, 5, Optional.empty())) {
            stage.fillAll();
            String first = "/editions/la-gazette/1";

            assertThat(faults(
                            browser,
                            stage.studio.port(),
                            List.of("/", "/editions", first, first + "/readers", "/editions/la-gazette/4")))
                    .isEmpty();
        }
    }

    /** All that can be said of all sample articles, to every persona. */
    @Test
    void pagesWithPlentyOfFindingsAreWholeToo() throws IOException {
        try (Browser browser = Browser.open();
                Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
            Path articles = Files.createDirectories(folder.resolve("articles"));
            for (String sample : SAMPLES) {
                Files.copy(Path.of("articles", sample), articles.resolve(sample));
            }
            workspace.article("cris.txt", "GRATUIT : GAGNEZ DE L’ARGENT MAINTENANT!!!");
            try (StudioStage stage = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink))) {
                stage.run(SLOT, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
                String checks = "/checks?last=20";
                Document part = Jsoup.parse(
                        new Visitor(stage.port()).get(checks + "&part=1", "fr").body());

                assertThat(part.select(".remarks").text()).matches("[4-9]\\d remarques");
                assertThat(faults(browser, stage.port(), List.of(checks, "/?last=20")))
                        .isEmpty();
            }
        }
    }

    private static List<String> faults(Browser browser, int port, List<String> pages) {
        List<String> faults = new ArrayList<>();
        for (Sight sight : List.of(Sight.USUAL, Sight.of(390, "dark", "fr"))) {
            browser.appear(sight);
            pages.forEach(page -> faults.addAll(faults(browser, port, page, sight)));
        }
        return faults;
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
