package gazette.web;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.Dispatch;
import gazette.delivery.Letter;
import gazette.digest.RunOptions;
import gazette.render.Pages;
import gazette.subscriber.Token;
import gazette.subscriber.Token.Purpose;
import gazette.subscriber.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edition that was sent, read by the address that its messages carry. */
final class OnlinePagesTest {
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");
    private static final RunOptions AT_ONCE = new RunOptions(Optional.of(Duration.ZERO), Optional.empty());
    private static final Pattern ARCHIVED = Pattern.compile("Archived-At: <http://127\\.0\\.0\\.1(/online/\\S+)>");

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private StudioStage stage;
    private Visitor visitor;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.write(
                "subscribers/la-gazette.csv",
                "address,name,language\nreader-1@example.org,Lectrice Une,\nreader-2@example.org,Reader Two,en\n");
        stage = StudioStage.over(folder);
        visitor = new Visitor(stage.readersPort());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theAddressInAMessageShowsTheEditionWithNothingOfItsReader() {
        workspace.article("une.txt", "La ville éteint ses vitrines");
        String message = messages().get(0);

        HttpResponse<String> answer = visitor.get(address(message));

        assertThat(unfolded(message)).contains("http://127.0.0.1" + address(message), "Voir en ligne", "En ligne");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("h1, h2").eachText())
                .containsExactly("La Gazette", "La ville éteint ses vitrines");
        assertThat(answer.body())
                .contains("1 rue de l’Exemple", "lettre@example.org")
                .doesNotContain("reader-1@", "reader-2@", "Lectrice", "unsubscribe", "Vous recevez", "/online/");
    }

    @Test
    void whoGetsItInAnotherLanguageReadsItInThatOne() {
        workspace.article("une.txt", "La ville éteint ses vitrines");
        List<String> messages = messages();

        Document english = page(address(messages.get(1)));
        Document unspoken = page(address(messages.get(0)) + "?lang=de");

        assertThat(address(messages.get(1))).isEqualTo(address(messages.get(0)) + "?lang=en");
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.text()).contains("No. 1").doesNotContain("N° 1");
        assertThat(unspoken.select("html").attr("lang")).isEqualTo("fr");
    }

    @Test
    void thePicturesThatItsMessagesCarryAreOnTheWebToo() throws IOException {
        workspace.illustrated("une.txt", "Un titre");
        String address = address(messages().get(0));

        String picture = page(address).select("img").attr("src");
        HttpResponse<byte[]> answer = visitor.octets(picture);

        assertThat(picture).startsWith(address + "/pictures/");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                .isEqualTo(640);
        assertThat(visitor.get(address + "/pictures/another@example.org").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"image/webp, 200", "image/svg+xml, 404", "text/html, 404"})
    void whatCouldHoldAScriptIsNotOnTheWebWhateverTheStoreSays(String mediaType, int status) {
        workspace.illustrated("une.txt", "Un titre");
        String address = address(messages().get(0));
        stage.sql("update revision set media_type = '" + mediaType + "'");

        HttpResponse<byte[]> answer = visitor.octets(page(address).select("img").attr("src"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains(status == 200 ? mediaType : "text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow, noarchive");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void anAddressThatIsNotOursShowsTheSamePageWhateverIsWrongWithIt() {
        workspace.article("une.txt", "La ville éteint ses vitrines");
        String ours = address(messages().get(0));
        Tokens tokens = Tokens.open(folder.resolve("data/secret.key"));
        Tokens foreign = Tokens.open(folder.resolve("foreign.key"));
        String nothing = new Pages().page("offline", Locale.ENGLISH, Map.of());

        List<String> wrong = Stream.of(
                        tokens.sign(new Token(Purpose.READ, "la-gazette", 2)),
                        tokens.sign(new Token(Purpose.READ, "the-gazette", 1)),
                        tokens.sign(new Token(Purpose.READ, "la-gazette", 1L + (1L << 32))),
                        tokens.sign(new Token(Purpose.UNSUBSCRIBE, "la-gazette", 1)),
                        foreign.sign(new Token(Purpose.READ, "la-gazette", 1)),
                        ours.substring("/online/".length(), ours.length() - 1),
                        "1")
                .map(token -> "/online/" + token)
                .toList();

        for (String address : wrong) {
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(visitor.get(address, "en").body()).as(address).isEqualTo(nothing);
        }
    }

    @Test
    void itsAddressEndsNobodysSubscription() {
        workspace.article("une.txt", "La ville éteint ses vitrines");
        String token = address(messages().get(0)).substring("/online/".length());

        HttpResponse<String> answer = visitor.post(
                "/unsubscribe/" + token, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(stage.store().subscribers().address("la-gazette", 1)).isPresent();
    }

    @Test
    void readingChangesNothingAndIsNothingForSearchEngines() {
        workspace.article("une.txt", "La ville éteint ses vitrines");
        String address = address(messages().get(0));
        long before = stage.store().version();

        HttpResponse<String> read = visitor.get(address);
        HttpResponse<String> asked = visitor.head(address);

        assertThat(stage.store().version()).isEqualTo(before);
        assertThat(asked.headers().firstValue("Content-Security-Policy"))
                .isEqualTo(read.headers().firstValue("Content-Security-Policy"));
        assertThat(read.headers().firstValue("X-Robots-Tag"))
                .hasValueSatisfying(value -> assertThat(value).contains("noindex"));
        assertThat(read.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "sandbox ")
                        .doesNotContain("script-src", "allow-scripts"));
    }

    @Test
    void whoReadsItKeepsItForAFewMinutesAndItsPicturesForLong() throws IOException {
        workspace.illustrated("une.txt", "Un titre");
        String address = address(messages().get(0));

        assertThat(visitor.get(address).headers().firstValue("Cache-Control")).contains("private, max-age=300");
        assertThat(visitor.octets(page(address).select("img").attr("src"))
                        .headers()
                        .firstValue("Cache-Control"))
                .contains("private, max-age=31536000, immutable");
    }

    @Test
    void anEditionThatCannotBeReadNowCanBeReadLater() {
        workspace.article("une.txt", "La ville éteint ses vitrines");
        String address = address(messages().get(0));
        stage.sql("alter table edition rename to away");

        HttpResponse<String> answer = visitor.get(address);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).doesNotContain("SQL", "away", "Exception");
    }

    @Test
    void theThreeThatWereReadLastAreReadWithoutTheStore() {
        for (int number = 1; number <= 4; number++) {
            workspace.article(number + ".txt", "Le titre du n° " + number);
            stage.run(SLOT.plus(Duration.ofDays(number)), AT_ONCE);
        }
        Stream.of(1, 2, 3, 1, 4).forEach(number -> assertThat(status(number)).isEqualTo(200));
        stage.sql("alter table edition rename to away");

        assertThat(Stream.of(1, 2, 3, 4).map(this::status)).containsExactly(200, 503, 200, 200);
    }

    private int status(int number) {
        Tokens tokens = Tokens.open(folder.resolve("data/secret.key"));
        return visitor.get("/online/" + tokens.sign(new Token(Purpose.READ, "la-gazette", number)))
                .statusCode();
    }

    @Test
    void aTemplateOfOnesOwnThatAsksNothingShowsNoDeadLink() {
        workspace.write("templates/digest/html.ftlh", """
                <html lang="fr"><body><h1>${newsletter.name}</h1><p>Bonjour ${reader.name}.</p>
                <p><a href="${reader.unsubscribe}">Se désabonner</a></p></body></html>
                """);
        workspace.article("une.txt", "La ville éteint ses vitrines");

        Document page = page(address(messages().get(0)));

        assertThat(page.select("a")).isEmpty();
        assertThat(page.text()).isEqualTo("La Gazette Bonjour .");
    }

    @Test
    void anEditionOfWordsAloneIsReadAsOne() throws IOException {
        Path settings = folder.resolve("gazette.yaml");
        stage.close();
        Files.writeString(
                settings,
                Files.readString(settings, StandardCharsets.UTF_8)
                        .replace("    cooldown: 0", "    template: plain\n    cooldown: 0"));
        stage = StudioStage.over(folder);
        visitor = new Visitor(stage.readersPort());
        workspace.article("une.txt", "La ville <b>éteint</b> ses vitrines");

        Document page = page(address(messages().get(0)));

        assertThat(page.select("pre").text()).contains("LA VILLE <B>ÉTEINT</B> SES VITRINES");
        assertThat(page.title()).contains("La ville <b>éteint</b> ses vitrines");
        assertThat(page.select("b, script")).isEmpty();
    }

    /** One for each reader, in their order. */
    private List<String> messages() {
        stage.run(SLOT, AT_ONCE);
        return stage.store().outbox().claim(stage.store().outbox().enlist(Duration.ofMinutes(1)), 2).stream()
                .map(this::message)
                .toList();
    }

    private String message(Dispatch dispatch) {
        Letter letter = (Letter) stage.messages().of(dispatch);
        return new String(letter.octets(), StandardCharsets.UTF_8);
    }

    private Document page(String address) {
        return Jsoup.parse(
                visitor.get(address).body(), URI.create("http://127.0.0.1").toString());
    }

    private static String address(String message) {
        Matcher archived = ARCHIVED.matcher(unfolded(message));
        assertThat(archived.find()).isTrue();
        return archived.group(1);
    }

    /** Soft line breaks of both kinds are taken out. */
    private static String unfolded(String message) {
        return message.replace("=\r\n", "").replaceAll("\r\n[ \t]+", " ").replace("=3D", "=");
    }
}
