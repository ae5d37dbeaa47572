package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.sink.RawMail;
import gazette.sink.Sink;
import gazette.web.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InboxPagesTest {
    private static final Path MAILS = Path.of("src/test/resources/gazette/sink/mail");

    @TempDir
    private Path folder;

    private Sink sink;
    private StudioStage server;
    private Visitor visitor;

    @BeforeEach
    void start() {
        sink = Sink.start("127.0.0.1", 0, Clock.systemUTC());
        TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
        server = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink));
        visitor = new Visitor(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        sink.close();
    }

    @Test
    void anEmptyInboxSaysWhereToSend() {
        Document page = page("/inbox");

        assertThat(page.text()).contains("Aucun message", "smtp://127.0.0.1:" + sink.smtpPort());
        assertThat(page.select("pre").eachText())
                .hasSize(3)
                .allMatch(text -> text.contains(String.valueOf(sink.smtpPort())));
    }

    @Test
    void theListShowsWhoWhatHowLargeAndWhatTheChecksFound() throws IOException {
        send("01-digest.eml");
        send("05-hostile.eml");
        await().atMost(Visitor.PATIENCE)
                .untilAsserted(() -> assertThat(page("/inbox").select(".mark .bad, .mark .warn"))
                        .hasSize(2));

        Document page = page("/inbox");

        assertThat(page.select(".messages a").eachAttr("href")).containsExactly("/inbox/2", "/inbox/1");
        assertThat(page.select(".messages .subject").eachText())
                .containsExactly("L Bcc: x@example.org<script>alert(1)</script>", "L’été sera long");
        assertThat(page.select(".messages .preheader").eachText()).last().isEqualTo("En bref");
        assertThat(page.select(".messages .to").eachText()).last().isEqualTo("À reader-1@example.org");
        assertThat(page.select(".messages .size").eachText()).last().asString().matches("\\d,\\d\\hko");
        assertThat(page.select("main script")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1234, '1,2\u00a0ko', '1.2\u00a0kB'",
        "999949, '999,9\u00a0ko', '999.9\u00a0kB'",
        "999950, '1,0\u00a0Mo', '1.0\u00a0MB'",
        "1234567, '1,2\u00a0Mo', '1.2\u00a0MB'"
    })
    void sizesAreInTheUnitThatPeopleRead(int octets, String inFrench, String inEnglish) {
        String head = "Subject: x\r\n\r\n";
        String body = "x".repeat(octets - head.length() - 2) + "\r\n";

        RawMail.send(sink.smtpPort(), head + body);

        assertThat(page("/inbox").expectFirst(".messages .size").wholeText().strip())
                .isEqualTo(inFrench);
        assertThat(Jsoup.parse(visitor.get("/inbox", "en").body())
                        .expectFirst(".messages .size")
                        .wholeText()
                        .strip())
                .isEqualTo(inEnglish);
    }

    @Test
    void theSearchFindsByFieldByFaultAndByAnyWord() throws IOException {
        send("01-digest.eml");
        send("06-eight-bit.eml");
        await().atMost(Visitor.PATIENCE)
                .untilAsserted(() -> assertThat(found("is:broken")).containsExactly("/inbox/2"));

        assertThat(found("subject:\"ete sera\"")).containsExactly("/inbox/1");
        assertThat(found("prefet")).containsExactly("/inbox/1");
        assertThat(found("from:lectrice bonjour")).containsExactly("/inbox/2");
        assertThat(found("to:nobody@example.org")).isEmpty();
        assertThat(found("subject:l'ete")).containsExactly("/inbox/2", "/inbox/1");
        assertThat(found("to:reader-1@example.org")).containsExactly("/inbox/2", "/inbox/1");
        assertThat(found("to:lectrice")).isEmpty();
        assertThat(found("subject:lectrice")).isEmpty();
        assertThat(found("is:whole")).isEmpty();
    }

    @Test
    void ofThreeRecipientsEachHasACopyThatSaysHowItWasAddressed() {
        byte[] mail = "To: One <reader-1@example.org>\r\nCc: reader-2@example.org\r\nSubject: x\r\n\r\ny\r\n"
                .getBytes(StandardCharsets.UTF_8);

        RawMail.send(
                sink.smtpPort(), List.of("reader-1@example.org", "reader-2@example.org", "ader-1@example.org"), mail);

        assertThat(page("/inbox").select(".messages .to").eachText())
                .containsExactlyInAnyOrder(
                        "À reader-1@example.org", "Copie à reader-2@example.org", "Copie cachée à ader-1@example.org");
    }

    @Test
    void twoHundredMessagesArePaged() {
        for (int i = 0; i < 200; i++) {
            RawMail.send(sink.smtpPort(), "Subject: n° " + i + "\n\nBonjour");
        }

        Document first = page("/inbox");
        Document last = page("/inbox?page=5");

        assertThat(first.select(".messages .subject").eachText()).first().isEqualTo("n° 199");
        assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("/inbox?page=2");
        assertThat(last.select(".messages .subject").eachText()).last().isEqualTo("n° 0");
        assertThat(page("/inbox?page=99").select(".messages .subject").eachText())
                .last()
                .isEqualTo("n° 0");
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void noViewOfAHostileMessageHasAnythingThatRunsOrLoads(View view) throws IOException {
        send("05-hostile.eml");

        Document page = page("/inbox/1?view=" + view.word());

        assertThat(page.select("main script, main svg, main [onerror], main [onload], main form[action=/inbox/delete]"))
                .isEmpty();
        assertThat(page.select("main img")).isEmpty();
        assertThat(page.select("main a[href^=javascript]")).isEmpty();
        assertThat(page.select(".tabs a[aria-current]")).isNotEmpty();
        assertThat(page.select("iframe").eachAttr("sandbox")).allMatch(words -> !words.contains("scripts"));
    }

    @Test
    void theFrameOfAMessageLoadsNothingFromElsewhereUntilAsked() throws IOException {
        send("05-hostile.eml");

        HttpResponse<String> frame = visitor.get("/inbox/1/frame");
        HttpResponse<String> asked = visitor.get("/inbox/1/frame?pictures=all");

        assertThat(frame.body()).doesNotContain("elsewhere.example", "<script", "javascript:", "<form", "onload");
        assertThat(frame.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "img-src 'self' data:;", "sandbox allow-same-origin")
                .doesNotContain("allow-scripts", "https:");
        assertThat(asked.body()).contains("https://elsewhere.example/pixel.png").doesNotContain("<script");
    }

    @Test
    void theLinksSayWhichOneLeavesAndNoneOfThoseOpens() throws IOException {
        send("05-hostile.eml");

        Document page = page("/inbox/1?view=links");

        assertThat(page.select("td.mono").eachText())
                .containsExactly(
                        "javascript:alert(1) désabonnement (List-Unsubscribe)",
                        "https://example.org/leave désabonnement (List-Unsubscribe)");
        assertThat(page.select("td.mono a")).isEmpty();
    }

    @Test
    void aPartIsAFileWhateverItSaysAndOnlyAPictureIsShown() throws IOException {
        send("05-hostile.eml");
        send("01-digest.eml");

        HttpResponse<String> svg = visitor.get("/inbox/1/parts/2");
        HttpResponse<String> html = visitor.get("/inbox/1/parts/1");
        HttpResponse<byte[]> picture = visitor.octets("/inbox/2/parts/2?show");

        assertThat(svg.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; ")
                .doesNotContain("/", "<", "\\");
        for (HttpResponse<String> part : List.of(svg, html)) {
            assertThat(part.headers().firstValue("Content-Type")).contains("application/octet-stream");
            assertThat(part.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(part.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("sandbox");
        }
        assertThat(visitor.get("/inbox/1/parts/2?show").statusCode()).isEqualTo(410);
        assertThat(visitor.get("/inbox/1/parts/1?show").statusCode()).isEqualTo(410);
        assertThat(visitor.get("/inbox/1/parts/9").statusCode()).isEqualTo(410);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(Arrays.copyOf(picture.body(), 4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThat(visitor.octets("/inbox/2/message.eml").body())
                .isEqualTo(Files.readAllBytes(MAILS.resolve("01-digest.eml")));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void aMessageBeyondAllBoundsIsShownAsFarAsItGoes(View view) {
        String part = "--b\nContent-Type: text/html\n\n" + "<div>".repeat(20_000) + "\n";
        RawMail.send(
                sink.smtpPort(),
                "Subject: large\nContent-Type: multipart/mixed; boundary=b\n\n" + part
                        + String.join("", Collections.nCopies(10_000, "--b\n\nx\n")) + "--b--\n");

        assertThat(visitor.get("/inbox/1?view=" + view.word(), "fr").statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/inbox/1/frame").statusCode()).isEqualTo(200);
        await().atMost(Visitor.PATIENCE)
                .untilAsserted(() -> assertThat(page("/inbox").text()).contains("Non contrôlé"));
    }

    @Test
    void aMessageIsDeletedByAFormAndItsPageSaysSo() throws IOException {
        send("01-digest.eml");
        send("06-eight-bit.eml");
        String token = page("/inbox/2").select("input[name=token]").attr("value");

        HttpResponse<String> strange = visitor.post("/inbox/2/delete", "application/x-www-form-urlencoded", "token=x");
        HttpResponse<String> deleted = visitor.post(
                "/inbox/2/delete",
                "application/x-www-form-urlencoded",
                "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));

        assertThat(strange.statusCode()).isEqualTo(403);
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(deleted.headers().firstValue("Location").orElseThrow()).endsWith("/inbox/1");
        assertThat(visitor.get("/inbox/2", "fr").statusCode()).isEqualTo(410);
        assertThat(visitor.get("/inbox/2", "fr").body()).contains("n’est plus là");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/inbox/x", "/inbox/x/frame", "/inbox/x/parts/y", "/inbox/..%2F..%2Fetc", "/inbox/1/message.eml"
            })
    void whatWasNeverCaughtIsNotThere(String path) {
        assertThat(visitor.get(path).statusCode()).isBetween(400, 410);
    }

    private Document page(String path) {
        return Jsoup.parse(visitor.get(path, "fr").body());
    }

    private List<String> found(String query) {
        return page("/inbox?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .select(".messages a")
                .eachAttr("href");
    }

    private void send(String name) throws IOException {
        RawMail.send(sink.smtpPort(), List.of("reader-1@example.org"), Files.readAllBytes(MAILS.resolve(name)));
    }
}
