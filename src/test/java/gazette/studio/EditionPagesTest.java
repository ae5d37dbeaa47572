package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.delivery.DispatchState;
import gazette.delivery.Outcome;
import gazette.delivery.SuppressionReason;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Newsletter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EditionPagesTest {
    @TempDir
    private Path folder;

    private EditionStage stage;

    @BeforeEach
    void open() {
        stage = EditionStage.over(folder, 5, Optional.empty());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void beforeTheFirstEditionThePageSaysWhenItLeaves() {
        Document page = stage.page("/editions");

        assertThat(page.select("h1").text()).isEqualTo("Éditions");
        assertThat(page.select(".empty").text()).contains("Aucune édition", "La première part", "7 h 00");
    }

    @Test
    void everySlotIsInTheListWithWhatBecameOfIt() {
        stage.fillAll();

        Document page = stage.page("/editions");

        assertThat(page.select("tbody .pill").eachText())
                .containsExactly(
                        "en préparation", "délai d’annulation", "en cours", "en pause", "annulée", "sautée", "partie");
        assertThat(page.select("tbody tr:contains(n° 1)").text()).contains("4 acceptées", "1 rejetée");
        assertThat(page.select("tbody tr:contains(n° 4)").text()).contains("1 acceptée", "1 en doute", "3 en attente");
        assertThat(page.select("tbody tr:contains(n° 3)").text()).contains("mauvaise photo " + EditionStage.NASTY);
        assertThat(page.select("tbody tr:contains(sautée)").text()).contains("aucun article nouveau");
        assertThat(page.select("tbody tr:contains(n° 5) a").eachAttr("href")).contains("/editions/la-gazette/5#cancel");
        assertRunsNothing(page);
    }

    @ParameterizedTest
    @CsvSource({"drafted, 6", "cooling, 5", "under_way, 4", "paused, 3", "cancelled, 2", "sent, 1"})
    void theListKeepsToAState(String state, int number) {
        stage.fillAll();

        Document page = stage.page("/editions?state=" + state);

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody a").attr("href")).isEqualTo("/editions/la-gazette/" + number);
    }

    @Test
    void manySlotsAreOnPagesAndTheAddressSaysWhich() {
        stage.filled("Une");
        stage.studio.sql("""
                insert into skip (newsletter, cadence, slot, reason)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 120)
                select 'la-gazette', 'daily', i * 1000, 'no new article' from n
                """);

        Document first = stage.page("/editions?newsletter=la-gazette");
        Document last = stage.page(first.select("a[rel=next]").attr("href").replace("page=2", "page=3"));

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(last.select("tbody tr")).hasSize(21);
        assertThat(last.select("a[rel=next]")).isEmpty();
        assertThat(first.html().length()).isLessThan(26_000);
    }

    @Test
    void everybodyIsOnOneSideOfTheSum() {
        stage.fillAll();
        stage.studio.sql("update dispatch set state = 'HELD', not_before = null"
                + " where id = (select max(id) from dispatch where state = 'PENDING')");

        for (int number = 1; number <= 5; number++) {
            Document page = stage.page("/editions/la-gazette/" + number);
            List<Integer> numbers = page.select(".equation .number").eachText().stream()
                    .map(Integer::valueOf)
                    .toList();

            assertThat(numbers.subList(1, numbers.size()).stream()
                            .mapToInt(n -> n)
                            .sum())
                    .isEqualTo(numbers.get(0))
                    .isEqualTo(5);
            assertRunsNothing(page);
        }
        assertThat(stage.page("/editions/la-gazette/2").select(".equation").text())
                .contains("écartée 4 édition annulée 4");
        assertThat(stage.page("/editions/la-gazette/2").select("#answers"))
                .as("no server was asked")
                .isEmpty();
    }

    @Test
    void whatServersSaidIsShownInTheirWordsAndRunsNowhere() {
        stage.fillAll();

        Document page = stage.page("/editions/la-gazette/1");

        assertThat(page.select("section:has(#answers) tbody").text()).contains("1 rejetée 550 5.1.1 no such reader");
        assertThat(page.select("section:has(#domains) tbody").text()).contains(EditionStage.NASTY);
        assertThat(page.select("section:has(#domains) tbody th").eachText()).containsExactly("example.org");
        assertThat(page.select("section:has(#stories) li").text()).contains("Partie hier " + EditionStage.NASTY);
        assertRunsNothing(page);
    }

    @Test
    void theEditionOnTheWebIsOneClickAwayOnThisServer() {
        stage.filled("Une");

        Element link = stage.page("/editions/la-gazette/1").expectFirst("a:contains(Lire en ligne)");

        assertThat(link.attr("href")).startsWith("/online/");
        assertThat(link.hasAttr("target")).isFalse();
        assertThat(stage.page(link.attr("href")).text()).contains("Une");
        assertThat(stage.page("/editions/la-gazette/1", "en").select("nav a").eachText())
                .contains("Read online");
    }

    @Test
    void whereReadersHaveAPublicAddressItIsOpenedBesideAndToldNothing() {
        stage.filled("Une");
        stage.studio.sql("update edition set web = 'https://lettre.example.org'");

        Element link = stage.page("/editions/la-gazette/1").expectFirst("a:contains(Lire en ligne)");

        assertThat(link.attr("href")).startsWith("https://lettre.example.org/online/");
        assertThat(link.attr("target")).isEqualTo("_blank");
        assertThat(link.attr("rel")).contains("noreferrer");
    }

    @Test
    void anEditionThatIsNotRenderedHasNothingToReadOnline() {
        stage.drafted("Une");
        stage.studio.sql("update edition set state = 'COMPOSED'");

        assertThat(stage.page("/editions/la-gazette/1").select("a:contains(Lire en ligne)"))
                .isEmpty();
    }

    @Test
    void withoutAnybodyWhoDeliversThePageSaysSo() {
        stage.filled("Seule");

        assertThat(stage.page("/editions/la-gazette/1").text()).contains("Personne ne remet de messages");
    }

    @Test
    void aPauseIsKeptWithItsReasonAndSaidTwiceChangesNothing() {
        EditionId edition = stage.filled("Une");

        Document once = stage.change(edition, "pause", "why=une+erreur+%3Cb%3E");
        Document twice = stage.change(edition, "pause", "why=autre");

        assertThat(once.select("[role=status]").text()).contains("en pause");
        assertThat(twice.select("[role=status]").text()).contains("en pause");
        assertThat(twice.select("section[data-live] q").text()).isEqualTo("une erreur <b>");
        assertThat(stage.state(edition)).isEqualTo(EditionState.PAUSED);
    }

    @Test
    void aPausedEditionGoesOnWithAWaveOrWithAll() {
        EditionId edition = stage.filled("Une");
        stage.change(edition, "pause", "");

        stage.change(edition, "resume", "wave=2");
        await().until(() -> text(edition).contains("3 remises attendent la vague suivante"));
        stage.change(edition, "resume", "wave=");
        await().until(() -> !text(edition).contains("vague suivante"));
        Document again = stage.change(edition, "resume", "wave=");
        Document nonsense = stage.change(edition, "resume", "wave=-1");

        assertThat(again.select("[role=status]").text()).contains("reprend");
        assertThat(nonsense.select("[role=alert]").text()).contains("une vague est un nombre entier");
        assertThat(stage.state(edition)).isEqualTo(EditionState.FILLED);
    }

    /** What the page says now; its figures are counted beside, and may be those of a moment ago. */
    private String text(EditionId edition) {
        return stage.page(EditionAddress.of(edition)).text();
    }

    /** As the page before it promised; one that has begun to leave wants its number typed. */
    @Test
    void whileAnEditionCoolsOneClickCallsItOff() {
        stage.fillAll();

        Elements cooling = stage.page("/editions/la-gazette/5").select("form[action$=/cancel] [name=number]");
        Elements leaving = stage.page("/editions/la-gazette/4").select("form[action$=/cancel] [name=number]");

        assertThat(cooling.attr("type")).isEqualTo("hidden");
        assertThat(cooling.val()).isEqualTo("5");
        assertThat(leaving.attr("type")).isEqualTo("text");
        assertThat(leaving.val()).isEmpty();
    }

    @Test
    void anEditionIsCalledOffOnlyWithItsNumberAndOnlyOnce() {
        EditionId edition = stage.filled("Une", Duration.ofMinutes(5), Optional.empty());

        Document wrong = stage.change(edition, "cancel", "number=2");
        EditionState before = stage.state(edition);
        Document once = stage.change(edition, "cancel", "number=1");
        stage.change(edition, "cancel", "number=1");

        assertThat(wrong.select("[role=alert]").text()).contains("Rien n’est annulé");
        assertThat(before).isEqualTo(EditionState.FILLED);
        assertThat(once.select("[role=status]").text()).contains("annulée");
        await().until(() -> text(edition).contains("écartée 5")); // what is slow to count is shown later
        assertThat(stage.outbox().tally(edition).suppressed()).containsEntry(SuppressionReason.CANCELLED, 5L);
        assertThat(stage.change(edition, "pause", "").select("[role=alert]").text())
                .contains("l’état de l’édition ne le permet pas");
    }

    @Test
    void onlyThoseWithTheStateAndTheCodeAreTriedAgain() {
        EditionId edition = stage.filled("Une");
        stage.deliver(
                EditionStage.accepted(),
                EditionStage.rejected("no such reader"),
                new Outcome.Unsendable(SuppressionReason.TOO_LARGE, "too large"),
                EditionStage.rejected("no such reader"),
                EditionStage.accepted());

        Document held = stage.change(edition, "retry", "state=held&state=expired");
        Document other = stage.change(edition, "retry", "state=rejected&code=5.7.1");
        Document once = stage.change(edition, "retry", "state=rejected&code=5.1.1");
        Document twice = stage.change(edition, "retry", "state=rejected&code=5.1.1");
        Document nonsense = stage.change(edition, "retry", "state=rejected&code=x");

        assertThat(held.select("[role=status]").text()).contains("Personne à réessayer");
        assertThat(other.select("[role=status]").text()).contains("Personne à réessayer");
        assertThat(once.select("[role=status]").text()).contains("2 remises seront réessayées");
        assertThat(twice.select("[role=status]").text()).contains("Personne à réessayer");
        assertThat(nonsense.select("[role=alert]").text()).contains("un code est comme");
        assertThat(stage.outbox().tally(edition).in(DispatchState.PENDING)).isEqualTo(2);
        assertThat(stage.outbox().tally(edition).suppressed()).containsEntry(SuppressionReason.TOO_LARGE, 1L);
    }

    @Test
    void aChangeWithoutTheTokenIsRefused() {
        EditionId edition = stage.filled("Une");

        HttpResponse<String> answer = stage.visitor.post(
                EditionAddress.of(edition) + "/cancel", "application/x-www-form-urlencoded", "number=1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(stage.state(edition)).isEqualTo(EditionState.FILLED);
    }

    @Test
    void readersAreFoundByStateAndByTheBeginningOfTheirAddress() {
        EditionId edition = stage.filled("Une");
        stage.deliver(EditionStage.accepted(), EditionStage.rejected(EditionStage.NASTY));
        String path = EditionAddress.of(edition) + "/readers";

        assertThat(stage.readers(path)).hasSize(5);
        assertThat(stage.readers(path + "?state=rejected")).containsExactly("reader-2@example.org");
        assertThat(stage.readers(path + "?state=pending")).hasSize(3);
        assertThat(stage.readers(path + "?address=reader-1")).containsExactly("reader-1@example.org");
        assertThat(stage.readers(path + "?address=reader-1&state=rejected")).isEmpty();
        assertThat(stage.readers(path + "?address=reader-&state=rejected")).containsExactly("reader-2@example.org");
        assertRunsNothing(stage.page(path));
    }

    @Test
    void aReadersPageSaysWhereTheyStandAndWhy() {
        EditionId edition = stage.filled("Une");
        stage.deliver(
                new Outcome.Deferred("451 4.7.1 later, please"),
                new Outcome.Unsendable(SuppressionReason.TOO_LARGE, "too large"));
        String readers = EditionAddress.of(edition) + "/readers";

        assertThat(stage.page(readers + "/1").select(".facts").text())
                .contains("ajournée", "Essais 1", "451 4.7.1 later, please", "Prochain essai");
        assertThat(stage.page(readers + "/2").select(".facts").text())
                .contains("écartée – message trop lourd pour le serveur");
        assertThat(stage.page(readers).select("tr:contains(reader-2)").text()).contains("message trop lourd");
    }

    @Test
    void readersArePagedAndEachIsOnOnePage() {
        try (EditionStage many = EditionStage.over(folder.resolve("many"), 120, Optional.empty())) {
            String path = EditionAddress.of(many.filled("Une")) + "/readers";
            List<String> seen = new ArrayList<>();
            while (!path.isEmpty()) {
                Document page = many.page(path);
                List<String> rows = page.select("tbody th").eachText();
                assertThat(rows).hasSizeLessThanOrEqualTo(50);
                seen.addAll(rows);
                path = page.select("a[rel=next]").attr("href");
            }

            assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsDoneCannotBePausedAndWhatGoesOnCan() {
        EditionId edition = stage.filled("Une");
        String pause = "form[action$=/pause]";

        Document before = stage.page(EditionAddress.of(edition));
        stage.deliver(
                EditionStage.accepted(),
                EditionStage.accepted(),
                EditionStage.accepted(),
                EditionStage.accepted(),
                EditionStage.accepted());

        assertThat(before.select(pause)).hasSize(1);
        assertThat(stage.page(EditionAddress.of(edition)).select(pause)).isEmpty();
    }

    @Test
    void whoDeliversIsToldOfWhatGoesOn() {
        Bell bell = new Bell();
        try (EditionStage heard = EditionStage.over(folder.resolve("heard"), 3, Optional.of(bell))) {
            EditionId edition = heard.filled("Une");
            heard.deliver(EditionStage.rejected("no such reader"));

            heard.change(edition, "pause", "");
            int paused = bell.rung.get();
            heard.change(edition, "resume", "");
            int resumed = bell.rung.get();
            heard.change(edition, "retry", "state=rejected");

            assertThat(List.of(paused, resumed, bell.rung.get())).containsExactly(0, 1, 2);
        }
    }

    /** Hears when it is to deliver. */
    private static final class Bell implements Departures {
        private final AtomicInteger rung = new AtomicInteger();

        @Override
        public RunReport depart(Newsletter newsletter, Cadence cadence, Duration cooldown, Optional<String> despite) {
            throw new AssertionError("an edition was sent");
        }

        @Override
        public void ring() {
            rung.incrementAndGet();
        }
    }

    @Test
    void theExportOfAStateLeadsFromTheListOfThatState() {
        EditionId edition = stage.filled("Une");
        stage.deliver(EditionStage.accepted());
        Document page = stage.page(EditionAddress.of(edition) + "/readers?state=accepted&address=reader-5");

        for (String form : List.of("csv", "jsonl")) {
            String export = stage.visitor
                    .get(page.select("a[href*=readers." + form + "]").attr("href"))
                    .body();
            assertThat(export).contains("reader-1@example.org").doesNotContain("reader-2@example.org");
        }
    }

    @Test
    void theMessageIsTheSameToTheOctetAsTheOneThatWentOut() {
        EditionId edition = stage.filled("Une");
        stage.deliver(EditionStage.accepted());
        String path = EditionAddress.of(edition) + "/readers/1";

        Document page = stage.page(path + "?view=headers");
        byte[] eml = stage.visitor.octets(path + "/message.eml").body();
        HttpResponse<String> frame = stage.visitor.get(path + "/html");

        assertThat(eml).isEqualTo(stage.letter(edition, 1));
        String id = page.select(".facts div:contains(Message-ID) dd").text();
        assertThat(new String(eml, StandardCharsets.UTF_8)).contains("Message-ID: " + id);
        assertThat(page.select(".headers th").eachText()).contains("Subject", "List-Unsubscribe");
        assertThat(frame.body()).contains("Une").doesNotContain("<script");
        assertThat(frame.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(stage.page(path).select("iframe").attr("sandbox")).doesNotContain("allow-scripts");
        assertThat(stage.visitor.get(EditionAddress.of(edition) + "/message").statusCode())
                .isIn(200, 303);
    }

    @Test
    void anExportHasEverybodyAndNoFormula() {
        EditionId edition = stage.filled("Une");
        stage.deliver(EditionStage.accepted(), new Outcome.Deferred("=cmd|' /C calc'!A0"));

        HttpResponse<String> csv = stage.visitor.get(EditionAddress.of(edition) + "/readers.csv");
        HttpResponse<String> lines = stage.visitor.get(EditionAddress.of(edition) + "/readers.jsonl?state=accepted");

        assertThat(csv.body().lines()).hasSize(6);
        assertThat(csv.body()).contains("'=cmd|").doesNotContain(",=cmd");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("la-gazette-1.csv");
        assertThat(lines.body().lines())
                .singleElement()
                .asString()
                .startsWith("{\"version\":1,\"address\":\"reader-1@example.org\",\"state\":\"ACCEPTED\"");
    }

    @Test
    void ofWhatIsLookedForNoMoreCountsThanAnAddressMayHave() {
        EditionId edition = stage.filled("Une");

        Document page = stage.page(EditionAddress.of(edition) + "/readers?address=" + "a".repeat(250) + "bcdefgh");

        assertThat(page.select("input[name=address]").attr("value"))
                .hasSize(254)
                .endsWith("abcde");
    }

    @ParameterizedTest
    @CsvSource({"image/webp, 200", "image/svg+xml, 404", "text/html, 404"})
    void ofAMessageOnlyWhatHoldsNoScriptIsShown(String mediaType, int status) {
        stage.illustrated("une.txt", "Une image");
        EditionId edition = stage.filled("Une");
        String contentId = stage.studio
                .store()
                .editions()
                .rendering(edition)
                .orElseThrow()
                .variants()
                .get(0)
                .inlines()
                .get(0)
                .contentId();
        stage.studio.sql("update inline set media_type = '" + mediaType + "'");

        HttpResponse<String> part = stage.visitor.get(EditionAddress.of(edition) + "/readers/1/parts/" + contentId);

        assertThat(part.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/editions/la-gazette/9",
                "/editions/la-gazette/x",
                "/editions/nobody/1",
                "/editions/la-gazette/9/readers",
                "/editions/la-gazette/1/readers/999",
                "/editions/la-gazette/1/readers/x/html",
                "/editions/la-gazette/1/readers/1/parts/none",
                "/editions/la-gazette/9/readers.csv",
                "/editions/la-gazette/9/message"
            })
    void whatIsNotThereIsNotFound(String path) {
        stage.filled("Une");

        assertThat(stage.visitor.get(path).statusCode()).isEqualTo(404);
    }

    private static void assertRunsNothing(Document page) {
        assertThat(page.select("script:not([src]), [onclick], [onerror], [style]"))
                .isEmpty();
        assertThat(page.select("script")).hasSize(1);
    }
}
