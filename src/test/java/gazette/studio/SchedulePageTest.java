package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.web.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When editions go, as the page says it, over HTTP. */
final class SchedulePageTest {
    @TempDir
    private Path folder;

    private StudioStage stage(String cron, String now) {
        TestWorkspace.make(folder, Options.smtp(25).every(cron)).article("une.txt", "Un titre");
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return StudioStage.over(folder, clock, Optional.empty(), Optional.empty());
    }

    private static Document page(StudioStage stage, String language) {
        HttpResponse<String> answer = new Visitor(stage.port()).get("/schedule", language);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static List<String> slots(Document page) {
        return page.select("tbody time").eachAttr("datetime");
    }

    @Test
    void theNextTenSlotsAreThereInWordsOfTheLanguageAndInTheNewslettersZone() {
        try (StudioStage stage = stage("0 0 7 ? * MON-FRI", "2026-11-20T08:00:00Z")) {
            Document french = page(stage, "fr");

            assertThat(slots(french))
                    .hasSize(10)
                    .startsWith("2026-11-23T06:00:00Z", "2026-11-24T06:00:00Z")
                    .isSorted();
            assertThat(french.select("tbody tr").get(0).text())
                    .contains("lundi 23 novembre", "7 h 00", "quotidienne", "dans 2 j");
            assertThat(french.select("dl.facts").text())
                    .contains("du lundi au vendredi", "Europe/Paris")
                    .doesNotContain("Monday");
            assertThat(page(stage, "en").select("main").text())
                    .contains("Monday")
                    .doesNotContain("lundi");
        }
    }

    @Test
    void aSlotThatTheClocksLeaveOutSaysWhenItGoesInstead() {
        try (StudioStage stage = stage("0 30 2 * * ?", "2026-03-27T08:00:00Z")) {
            Document page = page(stage, "fr");

            List<Element> marked = page.select("tbody tr:has(.pill)");
            assertThat(marked).singleElement().satisfies(row -> {
                assertThat(row.select("time").attr("datetime")).isEqualTo("2026-03-29T01:00:00Z");
                assertThat(row.text()).contains("dimanche 29 mars", "2 h 30 n’existe pas", "départ à 3 h 00");
            });
        }
    }

    @Test
    void aSlotThatTheClocksRepeatSaysThatItGoesOnce() {
        try (StudioStage stage = stage("0 30 2 * * ?", "2026-10-23T08:00:00Z")) {
            Document page = page(stage, "fr");

            assertThat(page.select("tbody tr:has(.pill)")).singleElement().satisfies(row -> {
                assertThat(row.select("time").attr("datetime")).isEqualTo("2026-10-25T00:30:00Z");
                assertThat(row.text()).contains("2 h 30 vient deux fois");
            });
            assertThat(slots(page)).hasSize(10).doesNotHaveDuplicates();
        }
    }

    @Test
    void theJumpsBeyondTheTenSlotsAreListedApart() {
        try (StudioStage stage = stage("0 30 2 * * ?", "2026-03-27T08:00:00Z")) {
            assertThat(page(stage, "fr").select("li:has(time)").eachText())
                    .anySatisfy(line ->
                            assertThat(line).startsWith("dimanche 25 octobre").contains("2 h 30 vient deux fois"))
                    .noneSatisfy(line -> assertThat(line).contains("29 mars"));
        }
    }

    @Test
    void aCadenceThatNoJumpTouchesHasNoneToShow() {
        try (StudioStage stage = stage("0 0 7 ? * MON-FRI", "2026-03-27T08:00:00Z")) {
            assertThat(page(stage, "fr").text()).doesNotContain("n’existe pas", "vient deux fois");
        }
    }

    @Test
    void theSlotsOfAllCadencesAreInTheOrderOfTheirTimes() throws IOException {
        TestWorkspace.make(folder, Options.smtp(25));
        Path settings = folder.resolve("gazette.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("      daily:", "      weekly: {cron: \"0 0 9 ? * SUN\"}\n      daily:"));
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);
        try (StudioStage stage = StudioStage.over(folder, clock, Optional.empty(), Optional.empty())) {
            Document page = page(stage, "fr");

            assertThat(slots(page)).hasSize(10).isSorted().startsWith("2026-11-22T08:00:00Z", "2026-11-23T06:00:00Z");
            assertThat(page.select("tbody tr:contains(hebdomadaire)")).hasSize(2);
        }
    }

    @Test
    void eachSlotLeadsToTheEditionAsItWouldBeThen() {
        try (StudioStage stage = stage("0 0 7 ? * MON-FRI", "2026-11-20T08:00:00Z")) {
            String look = page(stage, "fr").select("tbody a").attr("href");

            assertThat(look).contains("newsletter=la-gazette", "cadence=daily", "as-of=2026-11-23T07");
            HttpResponse<String> next = new Visitor(stage.port()).get(look, "fr");
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.body()).contains("lundi 23 novembre");
        }
    }

    @Test
    void whatBecameOfTheLastSlotsIsThereTheNewestFirst() {
        try (StudioStage stage = stage("0 0 7 ? * MON-FRI", "2026-11-24T08:00:00Z")) {
            stage.run(
                    Instant.parse("2026-11-23T06:00:00Z"),
                    new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
            stage.run(Instant.parse("2026-11-24T06:00:00Z"), RunOptions.AS_SCHEDULED);

            assertThat(page(stage, "fr").select("ul.plain li").eachText())
                    .satisfiesExactly(
                            skipped ->
                                    assertThat(skipped).contains("24 novembre").doesNotContain("n° "),
                            sent -> assertThat(sent).contains("23 novembre", "n° 1"));
        }
    }

    @Test
    void aNewsletterWithoutASlotToComeSaysSo() {
        try (StudioStage stage = stage("0 0 7 1 1 ? 2026", "2026-11-20T08:00:00Z")) {
            assertThat(page(stage, "fr").text()).contains("n’a plus de créneau à venir");
            assertThat(page(stage, "fr").select("tbody")).isEmpty();
        }
    }
}
