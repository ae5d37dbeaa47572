package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.EditionId;
import gazette.edition.Newsletter;
import gazette.sink.Sink;
import gazette.subscriber.SubscriberList;
import gazette.web.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that people open each morning, over HTTP. */
final class NextPageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    private Sink sink;
    private StudioStage server;
    private TestWorkspace workspace;

    @TempDir
    private Path folder;

    private Visitor visitor;

    @BeforeEach
    void start() {
        sink = Sink.start("127.0.0.1", 0, CLOCK);
        workspace = TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
        server = StudioStage.over(folder, CLOCK, Optional.of(new NobodyLeaves()), Optional.of(sink));
        visitor = new Visitor(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        sink.close();
    }

    /** Counts who was told to leave; nobody does. */
    private static final class NobodyLeaves implements Departures {
        @Override
        public RunReport depart(Newsletter newsletter, Cadence cadence, Duration cooldown, Optional<String> despite) {
            throw new AssertionError("an edition was sent");
        }

        @Override
        public void ring() {}
    }

    @Test
    void withoutAnArticleItSaysSoPlainly() {
        Document page = page("/");

        assertThat(page.select(".empty .big").text()).isEqualTo("Il n’y a encore aucun article");
        assertThat(page.select("iframe, #stories, #test")).isEmpty();
        assertThat(page.select(".empty a.button").attr("href")).startsWith("/articles");
        assertThat(page.select("#checks")).isEmpty();
        assertThat(page("/?last=3").select(".empty").text()).contains("Aucun article n’a jamais été relevé");
    }

    @Test
    void whenNothingIsNewTheLatestArticlesStandInAndItSaysSo() {
        workspace.article("a.txt", "Le réseau tient");
        server.run(Instant.parse("2026-11-23T06:00:00Z"), RunOptions.AS_SCHEDULED);

        Document page = page("/");

        assertThat(page.select(".nothing").text())
                .contains("Rien de nouveau depuis le n° 1", "rien ne partira", "le dernier article");
        assertThat(page.select(".stage iframe").attr("src")).contains("last=3");
        assertThat(visitor.get(page.select(".stage iframe").attr("src")).body()).contains("Le réseau tient");
        assertThat(page.select("#stories li").eachText()).hasSize(1);
        assertThat(page.select("#note, a[href^=/next/send], #stories button")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"image/png, 200", "image/svg+xml, 404", "text/html, 404"})
    void ofTheComingMessageOnlyWhatHoldsNoScriptIsShown(String mediaType, int status) {
        workspace.illustrated("a.txt", "Le réseau tient");
        server.run(Instant.parse("2026-11-23T06:00:00Z"), RunOptions.AS_SCHEDULED);
        server.sql("update picture set octets = cast('<svg/>' as blob) where '" + mediaType + "' <> 'image/png'");
        server.sql("update revision set media_type = '" + mediaType + "'");

        String picture = page("/next/frame?last=1").select("img").attr("src");

        assertThat(picture).startsWith("/next/inline/");
        assertThat(visitor.get(picture).statusCode()).isEqualTo(status);
    }

    @Test
    void theInboxLineTheNumberAndTheDayAreThere() {
        workspace.article("a.txt", "Le réseau tient");

        Document page = page("/");

        assertThat(page.select(".inboxline .sender").text()).isEqualTo("La Gazette");
        assertThat(page.select(".inboxline .subject").text()).isEqualTo("Le réseau tient");
        assertThat(page.select(".inboxline .cut2").text()).startsWith("Le premier paragraphe");
        assertThat(page.select(".nexthead .lead").text()).contains("n° 1", "mardi 24 novembre", "7 h 00");
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void aTitleIsSetAsInTheMessageBesideIt() {
        workspace.article("a.txt", "Comment l'on vote ?");

        assertThat(titles()).containsExactly("Comment l’on vote\u202F?");
    }

    @Test
    void soIsTheTitleOfWhatIsLeftOut() {
        workspace.article("a.txt", "Comment l'on vote ?");
        workspace.article("b.txt", "Un second titre");

        press("#stories ol li:contains(Comment) button[value=out]");

        assertThat(page("/").select("#stories ul a[lang=fr]").eachText()).containsExactly("Comment l’on vote\u202F?");
    }

    @Test
    void theMessageIsInAFrameThatRunsNothing() {
        workspace.article("a.txt", "Le <script>alert(1)</script> réseau");
        Element frame = page("/?view=phone&look=dark").select("iframe.phone").get(0);

        HttpResponse<String> html = visitor.get(frame.attr("src"));

        assertThat(frame.attr("sandbox")).isEqualTo("allow-same-origin allow-popups allow-popups-to-escape-sandbox");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "img-src 'self' data:;", "sandbox")
                        .doesNotContain("script-src", "allow-scripts", "http"));
        assertThat(Jsoup.parse(html.body()).select("script")).isEmpty();
        assertThat(html.body()).contains("&lt;script&gt;", "(min-width: 0px)").doesNotContain("prefers-color-scheme");
    }

    @ParameterizedTest
    @CsvSource({
        "own, img-src 'self' data:;",
        "all, img-src 'self' data: https: http:;",
        "off, img-src 'none';",
        "<x>, img-src 'self' data:;"
    })
    void picturesAreLoadedFromWhereTheyWereAskedFor(String pictures, String policy) {
        workspace.article("a.txt", "Un titre");

        HttpResponse<String> html = visitor.get("/next/frame?pictures=" + encoded(pictures));

        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(said -> assertThat(said).contains(policy));
    }

    @ParameterizedTest
    @CsvSource({"phone, 1", "desktop, 1", "both, 2", "text, 0", "source, 0", "mime, 0"})
    void eachViewHasATabAndAnAddress(String view, int frames) {
        workspace.article("a.txt", "Un titre");

        Document page = page("/?view=" + view);

        assertThat(page.select(".viewing nav:first-child a")).hasSize(6);
        assertThat(page.select(".viewing nav:first-child a[aria-current]").attr("href"))
                .isEqualTo("/?view=" + view);
        assertThat(page.select("iframe")).hasSize(frames);
        assertThat(page.select(".sheet")).hasSize(frames == 0 ? 1 : 0);
    }

    @Test
    void eachPersonaSeesTheirOwnMessage() {
        workspace.article("a.txt", "Un titre");
        Document page = page("/");

        for (Element persona : page.select("#reader option")) {
            Document theirs = page("/?reader=" + persona.attr("value"));
            assertThat(theirs.select("#reader option[selected]").text()).isEqualTo(persona.text());
            assertThat(theirs.select(".inboxline, .empty")).as(persona.text()).isNotEmpty();
        }

        assertThat(page("/?reader=text").select("iframe")).isEmpty();
        assertThat(page("/?reader=text").select("pre.text").text()).contains("UN TITRE");
        assertThat(page("/?reader=%3Cx%3E").select("#reader option[selected]").attr("value"))
                .isEqualTo("reader");
    }

    @Test
    void aRealReaderIsFoundByTheBeginningOfTheirAddressOrName() {
        workspace.article("a.txt", "Un titre");
        server.store()
                .subscribers()
                .take(SubscriberList.of(
                        folder.resolve("subscribers/la-gazette.csv"), "la-gazette", List.of("daily"), false));

        Document found = page("/?find=reader-2&view=text");
        Document theirs = page(found.select(".found a").attr("href"));

        assertThat(found.select(".found a").eachText()).containsExactly("Lectrice 2 reader-2@example.org");
        assertThat(page("/?find=Lectrice").select(".found a")).hasSize(3);
        assertThat(page("/?find=nobody").select(".found").text()).isEqualTo("Personne de ce nom ni de cette adresse");
        assertThat(theirs.select(".chosen").text()).contains("reader-2@example.org");
        assertThat(theirs.select(".nexthead .lead").text()).contains("3 abonnés");
        assertThat(page("/?subscriber=99999").select("#reader option[selected]"))
                .hasSize(1);
    }

    @Test
    void articlesAreMovedLeftOutPutBackAndShortened() {
        workspace.article("a.txt", "Un premier titre");
        workspace.article("b.txt", "Un second titre");
        String first = titles().get(0);
        String second = titles().get(1);

        press("#stories ol li:nth-child(2) button[value=up]");
        assertThat(titles()).containsExactly(second, first);
        assertThat(page("/").select(".pill.warn").text()).isEqualTo("Modifié par vous");

        press("#stories ol li:nth-child(1) button[value=down]");
        assertThat(titles()).containsExactly(first, second);

        press("#stories ol li:nth-child(2) button[value=brief]");
        assertThat(page("/").select("#stories ol li:nth-child(2)").text()).contains("brève");
        assertThat(page("/")
                        .select("#stories ol li:nth-child(2) [aria-pressed=true]")
                        .text())
                .isEqualTo("Brève");

        press("#stories ol li:nth-child(1) button[value=out]");
        assertThat(titles()).containsExactly(second);
        assertThat(page("/").select("#stories ul li").text()).contains(first, "écarté · par vous");

        press("#stories ul li button[value=back]");
        assertThat(titles()).contains(first, second);

        press("#stories .over button");
        assertThat(page("/").select(".pill.warn, #stories .over")).isEmpty();
    }

    @Test
    void aDecisionLeadsBackToTheSameAddressAndRow() {
        workspace.article("a.txt", "Un titre");
        Document page = page("/?view=text&newsletter=la-gazette");
        Element form = page.select("#stories ol form").get(0);

        HttpResponse<String> answer = submit(page, form, "do=short");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place)
                        .endsWith("/?view=text&newsletter=la-gazette#"
                                + page.select("#stories ol li").attr("id")));
    }

    @Test
    void theEditorsNoteIsKeptAndPrinted() {
        workspace.article("a.txt", "Un titre");
        Document page = page("/");

        submit(page, page.select("#note form").get(0), "note=" + encoded("Bonjour <b>à tous</b>, **merci**."));

        assertThat(page("/").select("#note textarea").text()).isEqualTo("Bonjour <b>à tous</b>, **merci**.");
        assertThat(Jsoup.parse(visitor.get("/next/frame").body()).text()).contains("merci");
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=up&article=nobody", "do=nothing", "article=", "do=up&article=../../etc"})
    void whatIsNoneOfItsArticlesOrDecisionsIsRefused(String body) {
        workspace.article("a.txt", "Un titre");
        String token = page("/").select("input[name=token]").get(0).attr("value");

        assertThat(post("/next/story", "token=" + token + "&" + body).statusCode())
                .isEqualTo(404);
        assertThat(page("/").select(".pill.warn")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/next/story", "/next/note", "/next/over", "/next/test", "/next/send"})
    void aChangeWithoutTheTokenIsRefused(String path) {
        assertThat(post(path, "note=x").statusCode()).isEqualTo(403);
        assertThat(visitor.get(path).statusCode()).isIn(404, 405, path.equals("/next/send") ? 200 : 404);
    }

    @Test
    void aTestGoesToOneAddressAndTheServersWordsAreShown() {
        workspace.article("a.txt", "Un titre");
        Document page = page("/");

        HttpResponse<String> answer =
                submit(page, page.select("#test form").get(0), "to=" + encoded("redaction@example.org"));

        Document told = page(path(answer));
        assertThat(told.select("#test .pill").text()).contains("redaction@example.org", "Pris par le serveur");
        assertThat(told.select("#test .mono").attr("lang")).isEqualTo("en");
        assertThat(sink.messages()).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("[TEST] Un titre");
            assertThat(message.to()).contains("redaction@example.org");
        });
    }

    @Test
    void aTestToNoAddressSaysWhatIsWrong() {
        workspace.article("a.txt", "Un titre");
        Document page = page("/");

        HttpResponse<String> answer =
                submit(page, page.select("#test form").get(0), "to=" + encoded("<b>x</b>@\r\nexample"));

        assertThat(page(path(answer)).select("#test .pill").text()).startsWith("Pas une adresse");
        assertThat(sink.messages()).isEmpty();
    }

    @Test
    void theMessageIsDownloaded() {
        workspace.article("a.txt", "Un titre");

        HttpResponse<String> message =
                visitor.get(page("/").select("#test a[download]").attr("href"));

        assertThat(message.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(message.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"la-gazette.eml\"");
        assertThat(message.body()).contains("Subject: Un titre\r\n");
    }

    @Test
    void aBrokenTemplateShowsItsLinesAboveTheLastGoodRendering() throws Exception {
        workspace.article("a.txt", "Un titre");
        assertThat(page("/").select("iframe")).hasSize(1);

        workspace.write("templates/digest/html.ftlh", "<p>Une ligne</p>\n<p>${edition.nowhere}</p>\n");
        Document page = page("/");

        assertThat(page.select(".fault").text()).contains("templates/digest/html.ftlh", "ligne 2", "nowhere");
        assertThat(page.select(".fault .here").text()).isEqualToNormalizingWhitespace("2 <p>${edition.nowhere}</p>");
        assertThat(page.select(".fault a").attr("href")).isEqualTo("/templates/digest/source/html.ftlh?line=2#line-2");
        assertThat(page.text()).doesNotContain("Exception", "at gazette");
        assertThat(page.select(".lastgood iframe")).hasSize(1);
        assertThat(page.select("a[href^=/next/send]")).isEmpty();
        assertThat(page("/checks").select(".points").text()).startsWith("0");

        Files.delete(folder.resolve("templates/digest/html.ftlh"));
        assertThat(page("/").select(".fault, .lastgood")).isEmpty();
    }

    @Test
    void theChecksAreInFrenchWithThePlaceToMend() {
        workspace.article("a.txt", "UN TITRE ENTIÈREMENT EN CAPITALES");

        Document page = page("/checks");

        assertThat(page.select(".points").text()).matches("\\d{1,3}/100");
        Element capitals =
                page.select(".findings li:contains(Objet en capitales)").get(0);
        assertThat(capitals.select("a[href^=/articles/]").attr("href")).endsWith("?line=1#line-1");
        assertThat(capitals.select("[lang=en]")).isEmpty();
        assertThat(capitals.text()).contains("Écrivez-le comme une phrase.");
        assertThat(page.select(".clients li")).hasSize(12);
        assertThat(page("/").select("[data-load]").attr("data-load")).isEqualTo("/checks?part=checks");
    }

    @Test
    void sendingAsksForTheNameAndAReason() {
        workspace.article("a.txt", "Un titre");
        Document page = page("/next/send");
        Element form = page.select("main form").get(0);
        assertThat(page.select("main").text()).contains("La Gazette", "Un titre", "n° 1", "2 min");

        assertThat(path(submit(page, form, "name=Autre&why=x"))).contains("refused=name");
        assertThat(path(submit(page, form, "name=La+Gazette&seen=0"))).contains("refused=");
        workspace.article("b.txt", "Un autre titre");
        assertThat(path(submit(page, form, "name=La+Gazette&why=x"))).contains("refused=changed");
        assertThat(page(path(submit(page, form, "name=La+Gazette&why=x")))
                        .select("[role=alert]")
                        .text())
                .contains("L’édition a changé");
    }

    @Test
    void anotherLookShowsArticlesThatReadersHad() {
        workspace.article("a.txt", "Un titre");
        workspace.article("b.txt", "Un autre titre");

        Document page = page("/?last=1");

        assertThat(page.select("#stories ol li")).hasSize(1);
        assertThat(page.select("#stories button, #note")).isEmpty();
        assertThat(page.select(".plainpill").text()).contains("dernier article");
        assertThat(page("/?last=0").select("#stories ol li")).hasSize(2);
        assertThat(page("/?since=x&as-of=y").select("#stories ol li")).hasSize(2);
        assertThat(page("/?as-of=2026-11-30T07:00").select(".nexthead").text()).contains("lundi 30 novembre");
    }

    @Test
    void theSourceTheDownloadAndTheTestAreThoseOfTheChosenReader() {
        workspace.article("a.txt", "Un titre");
        Document theirs = page("/?reader=language-en&view=source");

        String source = theirs.select("pre.sheet").text();
        String message =
                visitor.get(theirs.select("#test a[download]").attr("href")).body();
        submit(theirs, theirs.select("#test form").get(0), "to=" + encoded("redaction@example.org"));

        assertThat(source).contains("Content-Language: en", "Online:");
        assertThat(message).contains("Content-Language: en", "Online:");
        assertThat(sink.messages())
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("Online:"));
        assertThat(page("/?view=source").select("pre.sheet").text()).contains("Content-Language: fr");
    }

    @Test
    void aTestIsOfWhatIsLookedAt() {
        workspace.article("a.txt", "Un titre");
        workspace.article("b.txt", "Un autre titre");
        Document page = page("/?last=1");
        String shown = page.select("#stories ol li a").text();

        submit(page, page.select("#test form").get(0), "to=" + encoded("redaction@example.org"));

        assertThat(page("/").select("#stories ol li")).hasSize(2);
        assertThat(sink.messages())
                .singleElement()
                .satisfies(sent -> assertThat(sent.text())
                        .containsIgnoringCase(shown)
                        .doesNotContainIgnoringCase(shown.equals("Un titre") ? "Un autre titre" : "Un titre"));
    }

    @Test
    void articlesSinceADayAreShownWhetherReadersHadThemOrNot() {
        workspace.article("a.txt", "Un titre");
        server.run(Instant.parse("2026-11-23T06:00:00Z"), RunOptions.AS_SCHEDULED);

        Document since = page("/?since=2026-11-20");
        Document later = page("/?since=2026-11-30");

        assertThat(since.select("#stories ol li a").eachText()).containsExactly("Un titre");
        assertThat(since.select(".plainpill").text()).contains("20 novembre");
        assertThat(later.select("#stories, iframe")).isEmpty();
        assertThat(later.select(".empty")).hasSize(1);
    }

    @Test
    void whatWasLeftOutIsPutBackWhileTheLatestArticlesStandIn() {
        workspace.article("a.txt", "Un titre");
        server.run(Instant.parse("2026-11-23T06:00:00Z"), RunOptions.AS_SCHEDULED);
        workspace.article("b.txt", "Un second titre");
        press("#stories ol li button[value=out]");
        Document standsIn = page("/");
        Element form = standsIn.select("#stories ul form").get(0);

        HttpResponse<String> answer = submit(standsIn, form, "do=back");

        assertThat(standsIn.select(".nothing")).hasSize(1);
        assertThat(path(answer)).isEqualTo("/");
        assertThat(titles()).containsExactly("Un second titre");
        assertThat(page("/").select(".nothing")).isEmpty();
    }

    @Test
    void eachFormIsChosenAndGivenBackToTheLayout() {
        workspace.article("a.txt", "Un premier titre");
        workspace.article("b.txt", "Un second titre");
        String row = "#stories ol li:nth-child(2) ";

        for (String form : List.of("long", "short", "brief", "laid-out")) {
            press(row + "button[value=" + form + "]");
            assertThat(page("/").select(row + "[aria-pressed=true]").eachAttr("value"))
                    .containsExactly(form);
            assertThat(page("/").select(".pill.warn")).hasSize(form.equals("laid-out") ? 0 : 1);
        }
        press(row + "button[value=short]");
        press(row + "button[value=usual]");

        assertThat(page("/").select(".pill.warn, button[value=usual]")).isEmpty();
    }

    @Test
    void whatIsDecidedOfTheComingEditionEndsWithIt() {
        workspace.article("a.txt", "Un premier titre");
        workspace.article("b.txt", "Un second titre");
        Document page = page("/");
        submit(page, page.select("#note form").get(0), "note=" + encoded("Un mot de la rédaction."));
        press("#stories ol li:nth-child(2) button[value=out]");
        String kept = titles().get(0);

        server.run(Instant.parse("2026-11-23T06:00:00Z"), RunOptions.AS_SCHEDULED);
        workspace.article("c.txt", "Un troisième titre");
        Document next = page("/");

        assertThat(server.store()
                        .editions()
                        .find(new EditionId("la-gazette", 1))
                        .orElseThrow()
                        .articles())
                .singleElement()
                .satisfies(article -> assertThat(article.title()).isEqualTo(kept));
        assertThat(next.select(".pill.warn")).isEmpty();
        assertThat(next.select("#note textarea").text()).isEmpty();
        assertThat(next.select("#stories ol li a").eachText()).contains("Un troisième titre");
    }

    private List<String> titles() {
        return page("/").select("#stories ol li > p:first-child a").eachText();
    }

    private void press(String button) {
        Document page = page("/");
        Element pressed = page.select(button).get(0);
        Element form = pressed.closest("form");
        String named = pressed.attr("name").isEmpty() ? "" : pressed.attr("name") + "=" + pressed.attr("value");
        assertThat(submit(page, Optional.ofNullable(form).orElseThrow(), named).statusCode())
                .isEqualTo(303);
    }

    /** What a browser sends: the hidden fields, then {@code more}. */
    private HttpResponse<String> submit(Document page, Element form, String more) {
        assertThat(page.select("form")).contains(form);
        Stream<String> hidden = form.select("input[type=hidden]").stream()
                .filter(field -> !more.contains(field.attr("name") + "="))
                .map(field -> encoded(field.attr("name")) + "=" + encoded(field.attr("value")));
        return post(
                form.attr("action"),
                String.join("&", Stream.concat(hidden, Stream.of(more)).toList()));
    }

    private HttpResponse<String> post(String path, String body) {
        return visitor.post(path, "application/x-www-form-urlencoded", body);
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "")
                .replaceFirst("#.*", "");
    }

    private Document page(String path) {
        HttpResponse<String> answer = visitor.get(path, "fr");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
