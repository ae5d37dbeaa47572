package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.web.RawRequest;
import gazette.web.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {
    /** A change that every studio has. */
    private static final String CHANGE = "/articles/drop";

    @TempDir
    private Path folder;

    private StudioStage stage;
    private Visitor visitor;

    @BeforeEach
    void start() {
        TestWorkspace.make(folder, Options.smtp(25));
        stage = StudioStage.over(folder);
        visitor = new Visitor(stage.port());
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:9000", "localhost", "LOCALHOST:1", "[::1]:80"})
    void theStudioAnswersToTheNamesOfThisMachine(String host) {
        assertThat(raw(host, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "192.0.2.1", "0.0.0.0", ""
            })
    void theStudioAnswersToNoNameThatOthersCouldGiveIt(String host) {
        assertThat(raw(host, "").status()).isIn(400, 403, 421);
        assertThat(raw(host, "").body()).doesNotContain("La Gazette");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=192.0.2.1",
                "X-Forwarded-For: 192.0.2.1",
                "x-forwarded-host: evil.example",
                "X-Real-IP: 127.0.0.1",
                "Via: 1.1 proxy"
            })
    void whatAProxyHandsOnIsNotAnswered(String header) {
        RawRequest.Answer answer = raw("127.0.0.1", header + "\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("http://127.0.0.1:" + stage.port()).doesNotContain("La Gazette");
    }

    @Test
    void aRequestThatNamesAnotherMachineInItsTargetIsNotAnswered() {
        RawRequest.Answer answer = RawRequest.to(
                stage.port(),
                "GET http://evil.example/schedule HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isIn(400, 403, 421);
    }

    @Test
    void everyPageForbidsFramesGuessingAndKeeping() {
        for (String path : List.of("/schedule", "/nothing", "/studio/studio.js")) {
            HttpResponse<String> answer = visitor.get(path);

            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(header(visitor.get("/schedule"), "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsNotThereIsSaidInTheFrameAndInTheLanguageOfTheBrowser() {
        HttpResponse<String> answer = visitor.get("/nothing", "fr");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Il n’y a rien ici");
        assertThat(Jsoup.parse(answer.body()).select(".rail a")).hasSize(Room.values().length);
        assertThat(Jsoup.parse(answer.body()).select(".rail [aria-current]")).isEmpty();
    }

    @Test
    void changesAreNotReadByTheirAddresses() {
        assertThat(stage.studio().changes())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(stage.studio().reads()).doesNotContain(path));
    }

    @Test
    void aChangeWithoutTheTokenOrWithAnOldOneIsNotMade() {
        String old = "AAAAAAAAAAAAAAAAAAAAAA";

        assertThat(upload("", "").status()).isEqualTo(403);
        assertThat(upload("?token=" + old, "").status()).isEqualTo(403);
        assertThat(Jsoup.parse(upload("", "").body()).select("h1").text()).isEqualTo("Nothing has changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aChangeThatAnotherPageAsksForIsNotMade(String header) {
        RawRequest.Answer answer = upload("?token=" + token(), header);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(folder.resolve("articles")).isEmptyDirectory();
    }

    @Test
    void aChangeThatOurOwnPageAsksForIsMade() {
        RawRequest.Answer answer = upload("?token=" + token(), "Origin: http://127.0.0.1:" + stage.port());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(folder.resolve("articles")).isNotEmptyDirectory();
    }

    @Test
    void aBodyThatIsTooLongOrHasNoEndIsNotRead() {
        String start = "POST " + CHANGE + "?token=" + token() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n";

        assertThat(RawRequest.to(stage.port(), start + "Content-Length: 99999999\r\n\r\n")
                        .status())
                .isEqualTo(413);
        assertThat(RawRequest.to(stage.port(), start + "Transfer-Encoding: chunked\r\n\r\n")
                        .status())
                .isEqualTo(411);
        assertThat(RawRequest.to(
                                stage.port(),
                                start.replace("multipart/form-data; boundary=x", "text/plain")
                                        + "Content-Length: 5\r\n\r\n")
                        .status())
                .isEqualTo(415);
    }

    /** A connection that is closed with octets unread loses its answer on the way (RFC 9112 section 9.6). */
    @Test
    void whoeverSendsTooMuchIsToldSoAndNotCutOff() {
        for (int i = 0; i < 20; i++) {
            RawRequest.Answer article =
                    wholly(CHANGE + "?token=" + token(), "multipart/form-data; boundary=x", 3 << 20);
            RawRequest.Answer note = wholly(PlanChanges.NOTE, "application/x-www-form-urlencoded", 200_000);

            assertThat(List.of(article.status(), note.status())).containsExactly(413, 413);
            assertThat(Jsoup.parse(article.body()).select("h1").text()).isEqualTo("That is too large");
        }
        assertThat(folder.resolve("articles")).isEmptyDirectory();
    }

    private RawRequest.Answer wholly(String target, String type, int octets) {
        return RawRequest.to(
                stage.port(),
                "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + octets + "\r\nConnection: close\r\n\r\n" + "x".repeat(octets));
    }

    @Test
    void whoeverSendsFromAnOldPageIsHeardToTheEndAndToldSo() throws IOException, InterruptedException {
        byte[] half = new byte[500_000];
        String head = "POST " + CHANGE + "?token=old HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + 2 * half.length + "\r\n\r\n";
        try (Socket socket = RawRequest.open(stage.port(), head)) {
            socket.getOutputStream().write(half);
            Thread.sleep(500); // longer than the studio needs to look at the head
            socket.getOutputStream().write(half);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void slowBodiesKeepNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            slow.add(RawRequest.open(
                    stage.port(),
                    "POST " + CHANGE + "?token=" + token() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 500\r\n\r\n--x"));
        }

        assertThat(visitor.get("/schedule").statusCode()).isEqualTo(200);

        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void whereReadersAreLedThereIsNoStudioAndWhereTheStudioIsNoProxyLeads() {
        stage.close();
        stage = StudioStage.over(
                folder,
                Map.of(
                        "GAZETTE_WEB_LISTEN", "127.0.0.1:0",
                        "GAZETTE_WEB_URL", "https://lettre.example.org",
                        "GAZETTE_WEB_STUDIO", "127.0.0.1:0"));
        String page = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";

        for (String path : stage.studio().reads()) {
            String plain = path.replaceAll("[{<][^}>]+[}>]", "x");
            for (String host : List.of("127.0.0.1", "lettre.example.org")) {
                RawRequest.Answer answer = RawRequest.to(stage.readersPort(), page.formatted(plain, host));
                assertThat(answer.status()).as(plain).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("La Gazette", "rail");
            }
        }
        assertThat(RawRequest.to(stage.readersPort(), page.formatted("/healthz", "lettre.example.org"))
                        .status())
                .isEqualTo(200);
        assertThat(RawRequest.to(stage.port(), page.formatted("/schedule", "127.0.0.1"))
                        .status())
                .isEqualTo(200);
        assertThat(RawRequest.to(stage.port(), page.formatted("/schedule", "lettre.example.org"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void listeningEverywhereTheStudioAnswersOnLoopbackAlone() throws IOException {
        stage.close();
        stage = StudioStage.over(
                folder, Map.of("GAZETTE_WEB_LISTEN", "0.0.0.0:0", "GAZETTE_WEB_URL", "http://127.0.0.1"));
        String page = "GET /schedule HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

        assertThat(RawRequest.to(stage.port(), page).status()).isEqualTo(200);
        RawRequest.otherAddress()
                .ifPresent(other -> assertThat(
                                RawRequest.to(other, stage.port(), page).status())
                        .isEqualTo(403));
    }

    @Test
    void theLoopbackOfTheNewerProtocolIsThisMachineAndAnotherAddressOfItIsNot() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        assumeTrue(isOurs(loopback), "this machine has no ::1");
        stage.close();
        stage = StudioStage.over(folder, Map.of("GAZETTE_WEB_LISTEN", "[::]:0", "GAZETTE_WEB_URL", "http://127.0.0.1"));

        for (String host : List.of("[::1]", "[::1]:8025", "127.0.0.1", "localhost", "[0:0:0:0:0:0:0:1]")) {
            assertThat(RawRequest.to(loopback, stage.port(), schedule(host)).status())
                    .as(host)
                    .isEqualTo(200);
        }
        for (String host :
                List.of("[::2]", "[::]", "[fe80::1]", "[::ffff:192.0.2.1]", "[::1].evil.example", "::1", "[::1")) {
            RawRequest.Answer answer = RawRequest.to(loopback, stage.port(), schedule(host));
            assertThat(answer.status()).as(host).isIn(400, 403, 421);
            assertThat(answer.body()).as(host).doesNotContain("La Gazette");
        }
        assertThat(RawRequest.to(stage.port(), schedule("[::1]")).status())
                .as("the older loopback of the same server")
                .isEqualTo(200);
        RawRequest.otherAddress().ifPresent(other -> {
            assertThat(RawRequest.to(other, stage.port(), schedule("[::1]")).status())
                    .isEqualTo(403);
            assertThat(RawRequest.to(other, stage.port(), schedule("[" + other.getHostAddress() + "]"))
                            .status())
                    .isIn(400, 403, 421);
        });
    }

    private static boolean isOurs(InetAddress address) {
        try (ServerSocket probe = new ServerSocket(0, 1, address)) {
            return probe.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    private static String schedule(String host) {
        return "GET /schedule HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    private RawRequest.Answer raw(String host, String headers) {
        return RawRequest.to(
                stage.port(),
                "GET /schedule HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n");
    }

    /** One article, in a form. */
    private RawRequest.Answer upload(String query, String header) {
        String form = """
                --x
                Content-Disposition: form-data; name="file"; filename="une.txt"
                Content-Type: text/plain

                Un titre
                Une phrase.
                --x--
                """.replace("\n", "\r\n");
        return RawRequest.to(
                stage.port(),
                "POST " + CHANGE + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + stage.port() + "\r\n"
                        + (header.isEmpty() ? "" : header + "\r\n")
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                        + form.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + form);
    }

    private String token() {
        return Jsoup.parse(visitor.get("/schedule").body())
                .select("[data-token]")
                .attr("data-token");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
