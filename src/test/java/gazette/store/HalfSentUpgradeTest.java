package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gazette.article.Article;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.edition.Deed;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Form;
import gazette.edition.Illustrations;
import gazette.edition.Inline;
import gazette.edition.Rendering;
import gazette.edition.Style;
import gazette.edition.TemplateText;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import gazette.mail.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of release 0.1.0 with an edition that is half sent, opened by this release. */
final class HalfSentUpgradeTest {
    private static final String SLOT = String.valueOf(Samples.SLOT.toEpochMilli());
    private static final EditionId FIRST = new EditionId(Samples.NEWSLETTER, 1);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    @BeforeEach
    void aStoreOfTheFirstRelease() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        String url = "jdbc:sqlite:" + file();
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:gazette/store/common")
                .placeholders(Sqlite.WORDS)
                .javaMigrations(new QuartzTables())
                .target("2")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : halfSent().split(";\n")) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static String halfSent() {
        return """
                insert into article (id, source, name, picked_up_at)
                values (1, 'folder:articles', 'un.txt', 0), (2, 'folder:articles', 'deux.txt', 0),
                  (3, 'folder:articles', 'attend.txt', 0);
                insert into revision (id, article, fingerprint, language, headline, byline, credits, topics, replaced_at)
                values (1, 1, 'a', 'fr', 'Le marché', '', '["Agence Exemple"]', '["ville"]', 5),
                  (2, 1, 'b', 'fr', 'Le marché, corrigé', '', '[]', '[]', null),
                  (3, 2, 'c', 'fr', null, '', '[]', '[]', null),
                  (4, 3, 'd', 'fr', 'Celui qui attend', '', '[]', '[]', null);
                insert into block (revision, place, kind, words)
                values (1, 0, 'PARAGRAPH', 'Il a dit : "rouvrons" \\ vite.'), (1, 1, 'INTERTITLE', 'Dès lundi'),
                  (2, 0, 'PARAGRAPH', 'Autre texte.'), (3, 0, 'PARAGRAPH', 'Deuxième.'), (4, 0, 'PARAGRAPH', 'Troisième.');
                insert into subscriber (id, address, domain)
                values (1, 'reader-1@example.org', 'example.org'), (2, 'reader-2@example.org', 'example.org');
                insert into edition (id, newsletter, number, cadence, slot, state, composed_at, waiting, shelf_end, template,
                  name, from_name, from_address, language, zone, postal_address, web, hold_until, in_doubt, audience)
                values (1, 'la-gazette', 1, 'daily', %s, 'FILLED', %s, 1, 3, 'digest', 'La Gazette', 'La Gazette',
                  'lettre@example.org', 'fr', 'Europe/Paris', '1 place du Marché', 'https://gazette.example.org', %s,
                  'RETRY', 2);
                insert into edition_article (edition, place, newsletter, cadence, article, revision)
                values (1, 0, 'la-gazette', 'daily', 2, 3), (1, 1, 'la-gazette', 'daily', 1, 1);
                insert into variant (edition, place, language, subject, html, plain)
                values (1, 0, 'fr', 'La Gazette n° 1, \uE0F0name\uE0F1',
                  '<p>Bonjour \uE0F0name\uE0F1, \uE0F0city\uE0F1</p>', 'Bonjour \uE0F0name\uE0F1');
                insert into picture (digest, octets)
                values ('9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a', x'01020304');
                insert into inline (edition, variant, place, content_id, picture, media_type, width, height, alt)
                values (1, 0, 0, 'marche@gazette.example.org',
                  '9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a', 'image/png', 640, 480, 'Les étals');
                insert into subscription (newsletter, subscriber, state, cadence, name, language, topics, since, fields,
                  source, listed, changed_at)
                values ('la-gazette', 1, 'CONFIRMED', 'daily', '', 'fr', '[]', '', '{}', 'test', true, 0),
                  ('la-gazette', 2, 'CONFIRMED', 'daily', '', 'fr', '[]', '', '{}', 'test', true, 0);
                insert into dispatch (id, edition, subscriber, state, not_before, attempts, words)
                values (1, 1, 1, 'ACCEPTED', null, 1, '250 ok'), (2, 1, 2, 'PENDING', 0, 0, '')
                """.formatted(SLOT, SLOT, SLOT);
    }

    @Test
    void theEditionIsWhatItWasAndTheRestOfItIsSent() {
        try (Store store = Store.open(file(), clock)) {
            Edition edition = store.editions().find(FIRST).orElseThrow();

            assertThat(edition.articles()).extracting(Article::title).containsExactly("Deuxième.", "Le marché");
            assertThat(edition.articles().get(1).text()).isEqualTo("Il a dit : \"rouvrons\" \\ vite.\nDès lundi");
            assertThat(edition.stories().get(1).topics()).containsExactly("ville");
            assertThat(edition.stories())
                    .allMatch(story -> !story.isUpdate() && story.elsewhere().isEmpty());
            assertThat(store.outbox().tally(FIRST).in(DispatchState.ACCEPTED)).isOne();
            Epoch epoch = store.outbox().enlist(Duration.ofMinutes(1));
            assertThat(store.outbox().claim(epoch, 9)).hasSize(1);
        }
    }

    @Test
    void whatWasRenderedIsTheOneVariantOfAllStories() {
        try (Store store = Store.open(file(), clock)) {
            Variant variant = new Variant(
                    new VariantKey(Locale.FRENCH, List.of(0, 1), Format.HTML, Set.of()),
                    "La Gazette n° 1, \uE0F0t:name\uE0F1",
                    Optional.of("<p>Bonjour \uE0F0h:name\uE0F1, \uE0F0h:city\uE0F1</p>"),
                    "Bonjour \uE0F0t:name\uE0F1",
                    List.of(new Inline("marche@gazette.example.org", Samples.picture())),
                    List.of());

            assertThat(store.editions().rendering(FIRST))
                    .contains(new Rendering(
                            new TemplateText("digest", Map.of()),
                            Illustrations.AS_WRITTEN,
                            Set.of(),
                            List.of(variant)));
            assertThat(store.editions().find(FIRST).orElseThrow().stories())
                    .allMatch(story ->
                            story.form() == Form.LONG && story.section().isEmpty());
            assertThat(store.editions().find(FIRST).orElseThrow().masthead().style())
                    .isEqualTo(Style.NONE);
        }
    }

    @Test
    void aDispatchKeepsItsNumberAndMayEndForWantOfATopic() throws SQLException {
        Store.open(file(), clock).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update dispatch set state = 'SUPPRESSED', reason = 'NO_TOPIC',"
                            + " not_before = null where id = 2 and subscriber = 2"))
                    .isOne();
            statement.executeUpdate("delete from dispatch where id = 2");
            statement.executeUpdate("insert into dispatch (edition, subscriber, state, not_before, attempts, words)"
                    + " values (1, 2, 'PENDING', 0, 0, '')");
            assertThat(first(statement, "select max(id) from dispatch"))
                    .as("no number is given again")
                    .containsExactly("3");
        }
    }

    @Test
    void aPausedEditionStaysPausedAndGoesOnWhenItIsResumed() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update edition set state = 'PAUSED'");
        }

        try (Store store = Store.open(file(), clock)) {
            assertThat(store.editions().summary(FIRST).orElseThrow().state()).isEqualTo(EditionState.PAUSED);
            assertThat(store.editions().summary(FIRST).orElseThrow().pausedBecause())
                    .isEqualTo("a person asked");
            assertThat(store.editions().course(FIRST))
                    .as("earlier releases kept none")
                    .isEmpty();
            assertThat(store.editions().resume(FIRST)).isTrue();
            assertThat(store.editions().course(FIRST)).extracting(Deed::kind).containsExactly(Deed.Kind.RESUMED);
            assertThat(store.outbox().claim(store.outbox().enlist(Duration.ofMinutes(1)), 9))
                    .hasSize(1);
        }
    }

    @Test
    void everyRowThatAnotherRefersToIsStillThere() throws SQLException {
        Store.open(file(), clock).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(first(statement, "pragma foreign_key_check")).isEmpty();
            assertThat(first(statement, "select \"table\" from pragma_foreign_key_list('dispatch') order by 1"))
                    .containsExactly("edition", "subscriber");
        }
    }

    @Test
    void noIndexIsLostOnTheWay() throws SQLException {
        List<String> before = indexes();
        Store.open(file(), clock).close();

        assertThat(before).contains("dispatch_due", "dispatch_claimed", "dispatch_tally");
        before.remove("dispatch_tally");
        assertThat(indexes()).containsAll(before).contains("dispatch_ended");
    }

    private List<String> indexes() throws SQLException {
        String sql = "select name from sqlite_master where type = 'index' and sql is not null"
                + " and tbl_name not like 'QRTZ%' order by name";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            return first(statement, sql);
        }
    }

    private static List<String> first(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    @Test
    void whatWentOutStaysOutAndWhatWaitedGoesNext() {
        try (Store store = Store.open(file(), clock)) {
            var shelf = store.editions().shelf(Samples.newsletter(), Samples.DAILY, Samples.SLOT.plusSeconds(60));

            assertThat(shelf.candidates()).hasSize(1);
            assertThat(shelf.candidates().get(0).title()).isEqualTo("Celui qui attend");
            assertThat(shelf.candidates().get(0).passedOver()).isTrue();
            assertThat(shelf.nextNumber()).isEqualTo(2);
        }
    }

    @Test
    void theDatabaseRefusesAnArticleTwiceButForItsUpdates() throws SQLException {
        Store.open(file(), clock).close();
        String add =
                "insert into edition_article (edition, place, newsletter, cadence, article, revision, topics, is_update)"
                        + " values (1, %d, 'la-gazette', 'daily', 1, %d, '[]', %s)";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(add.formatted(2, 2, "false")))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.executeUpdate(add.formatted(2, 1, "true")))
                    .as("readers had these words")
                    .isInstanceOf(SQLException.class);
            assertThat(statement.executeUpdate(add.formatted(2, 2, "true"))).isOne();
        }
    }

    @Test
    void whatWasThereBeforeItsSourceIsNoCandidateAndCanBeAskedFor() {
        try (Store store = Store.open(file(), clock)) {
            Article old = Samples.article(9);
            store.articles().keep(List.of(old), Set.of(old.origin()));

            var shelf = store.editions().shelf(Samples.newsletter(), Samples.DAILY, Samples.SLOT.plusSeconds(60));

            assertThat(shelf.candidates())
                    .extracting(candidate -> candidate.origin())
                    .doesNotContain(old.origin());
            assertThat(shelf.settled())
                    .extracting(Verdict::origin, Verdict::place, Verdict::why)
                    .containsExactly(tuple(
                            old.origin(),
                            Place.OUT,
                            "was there before the source was added (first: " + Integer.MAX_VALUE + ")"));
        }
    }

    private Path file() {
        return folder.resolve("data/gazette.db");
    }
}
