package gazette.web;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Selection;
import gazette.mail.Mailbox;
import gazette.render.Pages;
import gazette.subscriber.Token;
import gazette.subscriber.Token.Purpose;
import gazette.subscriber.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LeavingPagesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    @TempDir
    Path folder;

    private final FewSubscribers subscribers = new FewSubscribers();
    private WebServer server;
    private Visitor visitor;
    private Tokens tokens;
    private String link;

    @BeforeEach
    void start() {
        tokens = Tokens.open(folder.resolve("secret.key"));
        subscribers.add("la-gazette", 7, "reader-7@example.org");
        subscribers.add("the-gazette", 8, "reader-8@example.org");
        subscribers.add("gone", 9, "reader-9@example.org");
        Pages pages = new Pages();
        List<Newsletter> newsletters = List.of(
                newsletter("la-gazette", "La <b>Gazette</b>", Locale.FRENCH),
                newsletter("the-gazette", "The Gazette", Locale.UK));
        server = WebServer.start(
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1"),
                pages,
                List.of(new LeavingPages(pages, tokens::read, subscribers, newsletters)));
        visitor = new Visitor(server.port());
        link = link("la-gazette", 7);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void lookingChangesNothingHoweverOftenAScannerLooks() {
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.get(link).statusCode()).isEqualTo(200);
            assertThat(visitor.head(link).statusCode()).isEqualTo(200);
        }

        assertThat(subscribers.left()).isEmpty();
    }

    @Test
    void thePageNamesTheNewsletterAndTheAddressAndHasOneButton() {
        Document page = Jsoup.parse(visitor.get(link, "en").body());

        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.text()).contains("La <b>Gazette</b>", "reader-7@example.org");
        assertThat(page.select("button, input, a")).hasSize(1);
        assertThat(page.select("form").attr("method")).isEqualTo("post");
        assertThat(page.select("script, img")).isEmpty();
    }

    @Test
    void theButtonOfThePageEndsTheSubscription() {
        Document page = Jsoup.parse(visitor.get(link).body(), link);
        String field =
                page.select("button").attr("name") + "=" + page.select("button").attr("value");

        HttpResponse<String> answer = visitor.post(link, FORM, field);

        assertThat(field).isEqualTo(ONE_CLICK);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("lang=\"fr\"", "C’est fait");
        assertThat(subscribers.left()).containsExactly("la-gazette/7");
    }

    static Stream<Arguments> bodies() {
        String multipart =
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        return Stream.of(
                Arguments.of(FORM, ONE_CLICK),
                Arguments.of("multipart/form-data; boundary=b", multipart),
                Arguments.of(FORM, ""),
                Arguments.of("text/plain", "anything"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aMailProgramsOneClickEndsItAtOnceWithoutARedirectAndEachTime(String type, String body) {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = visitor.post(link, type, body);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(subscribers.left()).containsExactly("la-gazette/7");
        }
    }

    @Test
    void cookiesAndForeignOriginsMakeNoDifference() {
        HttpResponse<String> answer = visitor.send(visitor.request(link)
                .header("Cookie", "a=b; broken")
                .header("Origin", "https://mail.example.com")
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString(ONE_CLICK)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(subscribers.left()).containsExactly("la-gazette/7");
    }

    @Test
    void aBodyThatNeverComesDoesNotHoldTheEndOfASubscriptionUp() throws Exception {
        try (var socket = visitor.open("POST " + link + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 26\r\n\r\n")) {
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());

            assertThat(status).asString().isEqualTo("HTTP/1.1 200");
        }
        assertThat(subscribers.left()).containsExactly("la-gazette/7");
    }

    @Test
    void anyBadTokenHasTheSameAnswer() {
        String token = link.substring("/unsubscribe/".length());
        Tokens foreign = Tokens.open(folder.resolve("other.key"));
        List<String> bad = List.of(
                "x",
                token.substring(1),
                token + "A",
                (token.charAt(5) == 'A'
                        ? token.replaceFirst("^(.{5}).", "$1B")
                        : token.replaceFirst("^(.{5}).", "$1A")),
                foreign.sign(new Token(Purpose.UNSUBSCRIBE, "la-gazette", 7)),
                "%3Cscript%3E",
                "a".repeat(2_000));
        HttpResponse<String> one = visitor.get("/unsubscribe/x", "fr");

        for (String wrong : bad) {
            String path = "/unsubscribe/" + wrong;
            for (HttpResponse<String> answer : List.of(
                    visitor.get(path, "fr"),
                    visitor.send(visitor.request(path)
                            .header("Accept-Language", "fr")
                            .POST(HttpRequest.BodyPublishers.ofString(ONE_CLICK))))) {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(one.body());
                assertThat(headers(answer)).isEqualTo(headers(one));
            }
        }
        assertThat(one.body()).contains("Ce lien ne fonctionne pas");
        assertThat(subscribers.left()).isEmpty();
    }

    /** But for the end of a connection whose body came later than the answer, which says nothing of the token. */
    private static Set<String> headers(HttpResponse<String> answer) {
        Set<String> names = new TreeSet<>(answer.headers().map().keySet());
        names.remove("connection");
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodsChangeNothing(String method) {
        visitor.send(visitor.request(link).method(method, HttpRequest.BodyPublishers.ofString(ONE_CLICK)));

        assertThat(subscribers.left()).isEmpty();
    }

    @Test
    void anEnglishNewsletterSpeaksEnglishAndOneThatIsGoneFromTheSettingsCanStillBeLeft() {
        assertThat(visitor.get(link("the-gazette", 8), "fr").body())
                .contains("lang=\"en\"", "Unsubscribe from The Gazette?");
        assertThat(visitor.get(link("gone", 9), "fr").body()).contains("lang=\"fr\"", "gone", "reader-9@example.org");
        assertThat(visitor.post(link("gone", 9), FORM, ONE_CLICK).statusCode()).isEqualTo(200);
        assertThat(subscribers.left()).containsExactly("gone/9");
    }

    @Test
    void aReaderWhoWasErasedIsToldThatItIsDone() {
        String erased = link("la-gazette", 99);

        assertThat(visitor.get(erased).statusCode()).isEqualTo(200);
        assertThat(visitor.post(erased, FORM, ONE_CLICK).statusCode()).isEqualTo(200);
    }

    @Test
    void aStoreThatIsAwayIsSaidSoWithoutPretendingThatItIsDone() {
        subscribers.goAway();

        HttpResponse<String> answer = visitor.post(link, FORM, ONE_CLICK);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).contains("nothing has changed").doesNotContain("reader-7");
        assertThat(visitor.get(link).statusCode()).isEqualTo(503);
    }

    private String link(String newsletter, long subscriber) {
        return "/unsubscribe/" + tokens.sign(new Token(Purpose.UNSUBSCRIBE, newsletter, subscriber));
    }

    private static Newsletter newsletter(String id, String name, Locale language) {
        Masthead masthead = new Masthead(
                id,
                name,
                Mailbox.of("lettre@example.org"),
                Optional.empty(),
                language,
                ZoneId.of("Europe/Paris"),
                "1 rue de l’Exemple, 75002 Paris",
                URI.create("https://lettre.example.org"));
        return new Newsletter(
                masthead,
                List.of(),
                Selection.of(new ArticleLimits(1, 12)),
                List.of(new Cadence("daily", "0 0 7 * * ?")),
                Optional.empty(),
                "digest",
                Duration.ZERO,
                InDoubtPolicy.RETRY);
    }
}
