package gazette.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.render.Pages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebServerTest {
    private static final String HOST = "127.0.0.1";
    private static final URI URL = URI.create("https://lettre.example.org");

    private final AtomicInteger posts = new AtomicInteger();
    private WebServer server;
    private Visitor visitor;

    @BeforeEach
    void start() {
        PageGroup trouble = routes -> {
            routes.get("/bug", context -> {
                throw new IllegalStateException("reader-1@example.org must not show");
            });
            routes.post("/slow", context -> context.result(Integer.toString(posts.incrementAndGet())));
        };
        server = WebServer.start(HOST, 0, URL, new Pages(), List.of(trouble));
        visitor = new Visitor(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itSaysThatItIsAlive() {
        HttpResponse<String> answer = visitor.get("/healthz");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(visitor.head("/healthz").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/style.css", "/nothing", "/bug"})
    void everyAnswerForbidsScriptsFramesAndGuessing(String path) {
        HttpResponse<String> answer = visitor.get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "script-src");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theStyleSheetIsServedAsOne() {
        HttpResponse<String> answer = visitor.get("/style.css");

        assertThat(header(answer, "Content-Type")).startsWith("text/css");
        assertThat(answer.body()).contains("prefers-color-scheme: dark").doesNotContain("http", "@import");
    }

    @Test
    void whatIsNotThereAndWhatFailsIsSaidInTheLanguageOfTheBrowser() {
        HttpResponse<String> missing = visitor.get("/%3Cscript%3E", "fr-CA,en;q=0.5");
        HttpResponse<String> failed = visitor.get("/bug", "de,en;q=0.5");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("lang=\"fr\"", "Il n’y a rien ici").doesNotContain("<script");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body())
                .contains("lang=\"en\"", "Something went wrong")
                .doesNotContain("reader-1", "IllegalState");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8025",
                "localhost:1",
                "LOCALHOST",
                "[::1]:80",
                "lettre.example.org",
                "Lettre.Example.org:443"
            })
    void itAnswersToItsOwnNames(String host) {
        assertThat(visitor.statusFor(host)).contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rebound.example.com", "localhost.example.com", "example.org", "192.0.2.1", "10.0.0.1:8025"})
    void itAnswersToNoOtherName(String host) {
        assertThat(visitor.statusFor(host)).contains(" 421 ");
    }

    @Test
    void whereItListensOnEveryAddressAnyAddressIsOursButNoName() {
        HostCheck everywhere = new HostCheck("0.0.0.0", URL);

        assertThat(everywhere.isOurs("192.168.1.20:8025")).isTrue();
        assertThat(everywhere.isOurs("[fe80::1]:8025")).isTrue();
        assertThat(everywhere.isOurs("rebound.example.com:8025")).isFalse();
        assertThat(everywhere.isOurs("")).isFalse();
    }

    @Test
    void sixtyHalfSentRequestsStopNobody() throws IOException {
        List<Socket> halfSent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            halfSent.add(visitor.open("POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 26\r\n\r\nList-"));
            halfSent.add(visitor.open("GET /healthz HTTP/1.1\r\nHo"));
        }

        assertThat(visitor.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(visitor.post("/slow", "text/plain", "x").statusCode()).isEqualTo(200);

        for (Socket socket : halfSent) {
            socket.close();
        }
    }

    @Test
    void aTakenPortIsNamedWithTheAddress() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> WebServer.start(HOST, taken.getLocalPort(), URL, new Pages(), List.of()))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(HOST + ":" + taken.getLocalPort());
        }
        assertThatThrownBy(() -> WebServer.start("192.0.2.1", 0, URL, new Pages(), List.of()))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining("192.0.2.1:0");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
