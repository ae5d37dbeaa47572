package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.render.Pages;
import gazette.sink.RawMail;
import gazette.sink.Sink;
import gazette.web.Visitor;
import gazette.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inbox for programs, over a sink without a workspace. */
final class MessagesApiTest {
    private static final String ALL = "/api/v1/messages";

    private Sink sink;
    private WebServer server;
    private Visitor visitor;

    @BeforeEach
    void start() {
        sink = Sink.start("127.0.0.1", 0, Clock.systemUTC());
        server = WebServer.start(
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1"),
                new Pages(),
                List.of(new SinkStudio(sink, Clock.systemUTC(), ZoneId.of("Europe/Paris"))));
        visitor = new Visitor(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        sink.close();
    }

    @Test
    void theListIsTheNewestFirstAndTakesWishes() {
        send("reader-1@example.org", "L’été");
        send("reader-2@example.org", "L’hiver");
        send("reader-1@example.org", "L’automne");

        assertThat(subjects(ALL)).containsExactly("L’automne", "L’hiver", "L’été");
        assertThat(subjects(ALL + "?to=READER-1@example.org")).containsExactly("L’automne", "L’été");
        assertThat(subjects(ALL + "?subject=l%27ete")).containsExactly("L’été");
        assertThat(subjects(ALL + "?limit=1")).containsExactly("L’automne");
        assertThat(subjects(ALL + "?since=" + Instant.now().plusSeconds(60))).isEmpty();
        assertThat(document(ALL)).containsEntry("version", 1).containsEntry("total", 3);
    }

    @Test
    void theLatestIsWhole() throws IOException {
        byte[] mail = Files.readAllBytes(Path.of("src/test/resources/gazette/sink/mail/01-digest.eml"));
        RawMail.send(sink.smtpPort(), List.of("reader-1@example.org"), mail);

        Map<String, Object> latest = document(ALL + "/latest?to=reader-1@example.org");

        assertThat(latest)
                .containsEntry("version", 1)
                .containsEntry("subject", "L’été sera long")
                .containsEntry("from", "La Lettre d’essai <lettre@example.org>")
                .containsEntry("to", "reader-1@example.org")
                .containsEntry("role", "to")
                .containsEntry("octets", mail.length)
                .containsEntry("whole", true);
        assertThat((String) latest.get("text")).contains("l’été sera long", "Une ligne coupée.", "\r\n.\r\n..deux");
        assertThat((String) latest.get("html")).contains("<h1>L’été</h1>");
        assertThat(String.valueOf(latest.get("links")))
                .contains("address=https://example.org/unsubscribe/1", "words=Se désabonner", "unsubscribes=true");
        assertThat(visitor.octets(ALL + "/" + latest.get("id") + "/raw").body()).isEqualTo(mail);
    }

    @Test
    void whoWaitsGetsTheMessageThatComes() {
        send("reader-2@example.org", "not this one");
        CompletableFuture<HttpResponse<String>> waiting = visitor.client()
                .sendAsync(
                        visitor.request(ALL + "/latest?to=reader-1@&wait=9").build(),
                        HttpResponse.BodyHandlers.ofString());

        send("reader-1@example.org", "at last");

        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(waiting.join().body()).contains("\"subject\":\"at last\"");
    }

    @Test
    void whoWaitsForAMessageThatIsThereHasItAtOnce() {
        send("reader-1@example.org", "there already");

        HttpResponse<String> answer = visitor.get(ALL + "/latest?to=reader-1@&wait=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"subject\":\"there already\"");
    }

    @Test
    void onlyDeleteDeletes() {
        send("reader-1@example.org", "stays");

        for (String path : List.of(ALL, ALL + "/1")) {
            visitor.get(path);
            visitor.head(path);
            assertThat(visitor.post(path, "application/x-www-form-urlencoded", "_method=DELETE")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
        }

        assertThat(sink.inbox().size()).isEqualTo(1);
    }

    /** Longer than the 20 seconds after which the server closes a connection on which nothing happens. */
    @Test
    @Tag("long")
    void whoWaitsForLongerThanAnIdleConnectionLivesIsAnswered() {
        CompletableFuture<HttpResponse<String>> inVain = waiting("to=nobody@example.org&wait=30");
        CompletableFuture<HttpResponse<String>> notInVain = waiting("to=reader-3@example.org&wait=30");
        CompletableFuture<Void> late = CompletableFuture.runAsync(
                () -> send("reader-3@example.org", "late"), CompletableFuture.delayedExecutor(24, TimeUnit.SECONDS));

        assertThat(notInVain.join().statusCode()).isEqualTo(200);
        assertThat(notInVain.join().body()).contains("\"subject\":\"late\"");
        assertThat(inVain.join().statusCode()).isEqualTo(404);
        assertThat(inVain.join().body()).contains("\"error\":\"there is no such message");
        assertThat(late).isCompleted();
    }

    private CompletableFuture<HttpResponse<String>> waiting(String query) {
        return visitor.client()
                .sendAsync(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + visitor.port() + ALL + "/latest?" + query))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoWaitsInVainIsTold() {
        HttpResponse<String> answer = visitor.get(ALL + "/latest?to=nobody@example.org&wait=1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"error\":\"there is no such message");
    }

    @Test
    void messagesAreDeletedOneByOneOrAll() {
        send("reader-1@example.org", "one");
        send("reader-1@example.org", "two");
        send("reader-1@example.org", "three");

        assertThat(visitor.send(visitor.request(ALL + "/2").DELETE()).statusCode())
                .isEqualTo(200);
        assertThat(visitor.send(visitor.request(ALL + "/2").DELETE()).statusCode())
                .isEqualTo(404);
        assertThat(subjects(ALL)).containsExactly("three", "one");
        assertThat(visitor.send(visitor.request(ALL).DELETE()).body()).contains("\"deleted\":2");
        assertThat(sink.inbox().size()).isZero();
    }

    @Test
    void aPageOfAnotherSiteDeletesAndReadsNothing() {
        send("reader-1@example.org", "stays");

        HttpResponse<String> foreign = visitor.send(visitor.request(ALL)
                .header("Origin", "https://elsewhere.example")
                .DELETE());
        HttpResponse<String> asked = visitor.send(visitor.request(ALL)
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "DELETE")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        HttpResponse<String> read = visitor.send(visitor.request(ALL)
                .header("Origin", "https://elsewhere.example")
                .GET());

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(asked.statusCode()).isGreaterThanOrEqualTo(400);
        for (HttpResponse<String> answer : List.of(foreign, asked, read)) {
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                    .isEmpty();
        }
        assertThat(sink.inbox().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=x", "?limit=501", "?since=yesterday", "/latest?wait=31", "/latest?wait=-1"})
    void whatCannotBeMeantIsRefusedInWords(String query) {
        HttpResponse<String> answer = visitor.get(ALL + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":", "give ");
    }

    @Test
    void theLinesOfTheDocumentWork() throws Exception {
        String document = Files.readString(Path.of("src/docs/inbox.md"), StandardCharsets.UTF_8);
        URI inbox = URI.create("http://127.0.0.1:" + server.port());
        send("reader-1@example.org", "of the document");

        List<String> paths = document.lines()
                .filter(line -> line.startsWith("curl") || line.contains("inbox.resolve"))
                .map(line -> line.replaceAll(".*?(/api/v1[^'\")\\s]*).*", "$1"))
                .toList();

        assertThat(paths).hasSize(3);
        assertThat(paths.get(0)).isEqualTo(paths.get(2));
        HttpRequest latest = HttpRequest.newBuilder(inbox.resolve(paths.get(0))).build();
        String message = HttpClient.newHttpClient()
                .send(latest, HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(message).contains("of the document");
        assertThat(visitor.send(visitor.request(paths.get(1)).DELETE()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSinkAloneHasAnInboxAndNoOtherRoom() {
        HttpResponse<String> page = visitor.get("/inbox", "fr");

        assertThat(page.body())
                .contains("smtp://127.0.0.1:" + sink.smtpPort(), "mail.smtp.port=" + sink.smtpPort())
                .doesNotContain("/editions");
        assertThat(visitor.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/inbox"));
        assertThat(visitor.get("/editions").statusCode()).isEqualTo(404);
    }

    private void send(String to, String subject) {
        RawMail.send(
                sink.smtpPort(),
                List.of(to),
                ("To: " + to + "\r\nSubject: " + subject + "\r\n\r\nBonjour\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> document(String path) {
        try {
            return JSON.std.mapFrom(visitor.get(path).body());
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private List<Object> subjects(String path) {
        return ((List<?>) Objects.requireNonNull(document(path).get("messages")))
                .stream()
                        .map(each -> (Object) ((Map<?, ?>) each).get("subject"))
                        .toList();
    }
}
