package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import gazette.article.Origin;
import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Deed;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Editions.Summary;
import gazette.edition.Form;
import gazette.edition.Newsletter;
import gazette.edition.Plan;
import gazette.web.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.slf4j.LoggerFactory;

/** An edition that is sent by hand: what is asked before, what goes, and how it is called off. */
final class SendPageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final EditionId FIRST = new EditionId("la-gazette", 1);
    private static final EditionId SECOND = new EditionId("la-gazette", 2);

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private StudioStage stage;
    private Visitor visitor;

    @BeforeEach
    void start() {
        open(Options.smtp(25));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    /** Composes and fills at once, as couriers of the same process do; nobody hands anything over. */
    private final class AtOnce implements Departures {
        @Override
        public RunReport depart(Newsletter newsletter, Cadence cadence, Duration cooldown, Optional<String> despite) {
            return stage.run(NOW, new RunOptions(Optional.of(cooldown), Optional.empty(), despite));
        }

        @Override
        public void ring() {}
    }

    private void open(Options options) {
        workspace = TestWorkspace.make(folder, options);
        stage = StudioStage.over(folder, Clock.fixed(NOW, ZoneOffset.UTC), Optional.of(new AtOnce()), Optional.empty());
        visitor = new Visitor(stage.port());
        workspace.article("une.txt", "Le premier titre");
    }

    @Test
    void theRightNameSendsWhatWasShownToEverybodyWhoWasCounted() {
        stage.run(NOW.minus(Duration.ofDays(1)), new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        workspace.article("deux.txt", "Le second titre");
        workspace.article("trois.txt", "Le troisième titre");
        Document page = page("/next/send");
        assertThat(page.select("main").text()).contains("3 abonnés", "La Gazette", "n° 2", "2 articles");

        HttpResponse<String> answer = send(page, Map.of("name", "La Gazette", "why", "essai"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(path(answer)).isEqualTo("/editions/la-gazette/2");
        Tally tally = stage.store().outbox().tally(SECOND);
        assertThat(tally.audience()).isEqualTo(3);
        assertThat(tally.in(DispatchState.PENDING)).isEqualTo(3);
        assertThat(page("/editions/la-gazette/2").select("main").text()).contains("troisième titre");
    }

    @Test
    void aLetterThatCannotBeMadeSaysSoRatherThanThatThereIsNothing() {
        workspace.write("templates/digest/html.ftlh", "<p>${edition.nowhere}</p>");

        Document page = page("/next/send");

        assertThat(page.select("main").text()).contains("ne se compose pas").doesNotContain("rien à envoyer");
        assertThat(page.select("main a[href^=/checks]")).isNotEmpty();
        assertThat(page.select("main form")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"la-gazette", "LA GAZETTE", "  la   gazette ", "La\u00a0Gazette"})
    void theNameCountsAsPeopleReadItAndTheKeyDoesToo(String typed) {

        assertThat(path(send(page("/next/send"), Map.of("name", typed, "why", "essai"))))
                .isEqualTo("/editions/la-gazette/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gazette", "La Gazette!", "LaGazette", "oui", "<b>La Gazette</b>"})
    void anyOtherNameSendsNothing(String typed) {

        assertThat(path(send(page("/next/send"), Map.of("name", typed, "why", "essai"))))
                .contains("refused=name");

        assertThat(stage.store().editions().list(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "30s, 2", "10m, 10"})
    void nothingLeavesForAtLeastTwoMinutesAndForAsLongAsIsSet(String cooldown, int minutes) {
        stop();
        open(Options.smtp(25).cooldown(cooldown));

        send(page("/next/send"), Map.of("name", "La Gazette", "why", "essai"));

        assertThat(summary().holdUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
        assertThat(stage.store().outbox().claim(stage.store().outbox().enlist(Duration.ofMinutes(1)), 10))
                .isEmpty();
        assertThat(page("/editions/la-gazette/1").select("main").text()).contains(minutes + " min");
    }

    @Test
    void untilThenItIsCalledOffFromTheEditionsPageAndNobodyGetsIt() {
        HttpResponse<String> sent = send(page("/next/send"), Map.of("name", "La Gazette", "why", "essai"));
        Document edition = page(path(sent));
        String form = edition.select("form[action$=/cancel]").attr("action");

        HttpResponse<String> answer = post(form, Map.of("number", "1", "token", token(edition)));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(summary().state()).isEqualTo(EditionState.CANCELLED);
        assertThat(stage.store().outbox().tally(FIRST).in(DispatchState.SUPPRESSED))
                .isEqualTo(3);
        assertThat(page(path(answer)).select("main").text()).contains("L’édition est annulée");
    }

    @Test
    void inSpiteOfErrorsItGoesWithOneLineInTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("gazette.studio");
        workspace.write("templates/digest/html.ftlh", "<p>${edition.subject}</p>\n"); // no way to leave
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.WARN);

        try {
            send(page("/next/send"), Map.of("name", "La Gazette", "why", "le logo\r\nmanque,\t demain"));
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }

        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo(FIRST + " was sent by hand despite errors, because: le logo manque, demain");
        });
    }

    @Test
    void inSpiteOfErrorsItGoesOnlyWithAReason() {
        workspace.write("templates/digest/html.ftlh", "<p>${edition.subject}</p>\n"); // no way to leave
        Document page = page("/next/send");
        assertThat(page.select("textarea[name=why][required]")).hasSize(1);

        HttpResponse<String> without = send(page, Map.of("name", "La Gazette"));
        HttpResponse<String> blank = send(page, Map.of("name", "La Gazette", "why", " \t"));
        assertThat(path(without)).contains("refused=errors");
        assertThat(path(blank)).contains("refused=errors");
        assertThat(page(path(without)).select("[role=alert]").text()).contains("dites pourquoi");
        assertThat(stage.store().editions().list(Optional.empty())).isEmpty();
        String misnamed = path(send(page, Map.of("name", "La Gazelle", "why", "essai <b>")));
        assertThat(misnamed).contains("refused=name");
        assertThat(page(misnamed).select("textarea").text()).isEqualTo("essai <b>");

        assertThat(path(send(page, Map.of("name", "La Gazette", "why", "essai <b>"))))
                .isEqualTo("/editions/la-gazette/1");
        assertThat(stage.store().editions().course(FIRST))
                .containsExactly(new Deed(NOW, Deed.Kind.SENT_DESPITE_ERRORS, "essai <b>"));
        assertThat(page("/editions/la-gazette/1").select("section:has(#course)").text())
                .contains("lundi 23 novembre, 9 h 00", "Départ donné malgré les contrôles : essai <b>");
    }

    @Test
    void whereThereAreNoErrorsAReasonIsNotKept() {
        send(page("/next/send"), Map.of("name", "La Gazette", "why", "essai"));

        assertThat(stage.store().editions().course(FIRST)).isEmpty();
        assertThat(page("/editions/la-gazette/1").select("#course")).isEmpty();
    }

    @Test
    void sentTwiceItGoesOnce() {
        Document page = page("/next/send");
        send(page, Map.of("name", "La Gazette", "why", "essai"));

        HttpResponse<String> again = send(page, Map.of("name", "La Gazette", "why", "essai"));

        assertThat(path(again)).contains("refused=");
        assertThat(stage.store().editions().list(Optional.empty())).hasSize(1);
    }

    @Test
    void withoutWhatWasSeenNothingGoes() {
        Document page = page("/next/send");

        HttpResponse<String> answer = post(
                page.select("main form").attr("action"),
                Map.of("token", token(page), "name", "La Gazette", "why", "essai"));

        assertThat(path(answer)).contains("refused=changed");
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whatChangedSinceItWasSeenIsSeenBeforeItGoes(Change change) {
        Document page = page("/next/send");
        Origin article = new Origin("folder:articles", "une.txt");

        stage.store().plans().change("la-gazette", "daily", plan -> change.on(plan, article));

        assertThat(path(send(page, Map.of("name", "La Gazette", "why", "essai"))))
                .contains("refused=changed");
        assertThat(path(send(page("/next/send"), Map.of("name", "La Gazette", "why", "essai"))))
                .isEqualTo("/editions/la-gazette/1");
    }

    /** What somebody else may decide meanwhile. */
    private enum Change {
        FORM {
            @Override
            Plan on(Plan plan, Origin article) {
                return plan.inForm(article, Form.BRIEF);
            }
        },
        NOTE {
            @Override
            Plan on(Plan plan, Origin article) {
                return plan.withNote("Un mot de la rédaction.");
            }
        };

        abstract Plan on(Plan plan, Origin article);
    }

    @Test
    void atThePaceThatIsSetItSaysHowLongItTakes() throws IOException {
        assertThat(page("/next/send").select("main").text()).contains("au rythme où le serveur");
        stop();
        Path settings = folder.resolve("gazette.yaml");
        Files.writeString(
                settings,
                Files.readString(settings).replace("  tls: none\n", "  tls: none\n  rate: {per-second: 0.05}\n"));
        stage = StudioStage.over(folder, Clock.fixed(NOW, ZoneOffset.UTC), Optional.of(new AtOnce()), Optional.empty());
        visitor = new Visitor(stage.port());

        stage.run(NOW.minus(Duration.ofDays(1)), new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        workspace.article("deux.txt", "Le second titre");

        assertThat(page("/next/send").select("main").text()).containsPattern("Durée estimée\\h:\\h1\\hmin");
    }

    @Test
    void whereNobodyDeliversThereIsNoSuchPage() {
        stop();
        stage = StudioStage.over(folder);
        visitor = new Visitor(stage.port());

        assertThat(visitor.get("/next/send").statusCode()).isEqualTo(404);
    }

    private Summary summary() {
        return stage.store().editions().summary(FIRST).orElseThrow();
    }

    /** What a browser sends: the form's hidden fields, and what was typed. */
    private HttpResponse<String> send(Document page, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        page.select("main form input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return post(page.select("main form").attr("action"), fields);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return visitor.post(
                path,
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static String token(Document page) {
        return page.select("input[name=token]").attr("value");
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private Document page(String path) {
        HttpResponse<String> answer = visitor.get(path, "fr");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
