package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Articles.Standing;
import gazette.article.Block;
import gazette.article.Intertitle;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Published;
import gazette.pickup.Health;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store as release 0.1.0 left it, opened by this one. */
final class UpgradeTest {
    private static final Article OLD = new Article(
            new Origin("folder:articles", "a.txt"),
            Locale.FRENCH,
            Optional.of("Le marché"),
            "",
            List.of(
                    new Paragraph("Les «étals» \\ \"rouges\" rouvrent."),
                    new Intertitle("Dès \"lundi\""),
                    new Paragraph("Tôt.")),
            Optional.of(new Published(LocalDate.of(2026, 11, 20), Optional.of(LocalTime.of(11, 49)), Samples.PARIS)),
            "la rédaction",
            List.of("Agence Exemple"),
            Optional.of(URI.create("https://example.org/marche")),
            Optional.of(Samples.picture()),
            List.of(),
            List.of("ville"));

    private final HandClock clock = new HandClock();

    @TempDir
    private Path folder;

    @Test
    void nothingOfAnOlderStoreIsLost() throws SQLException, IOException {
        Path file = folder.resolve("gazette.db");
        older(file);

        try (Store store = Store.open(file, clock)) {
            assertThat(store.articles().load(List.of(OLD.origin()))).containsExactly(OLD);
            assertThat(store.articles().keep(List.of(OLD)))
                    .as("the fingerprint still fits")
                    .containsExactly(Standing.KNOWN);
            Health health = store.sources().health(List.of("folder:articles")).get(0);
            assertThat(health.lastSuccess()).as("no first reading again").contains(Instant.ofEpochMilli(1_000));
        }
    }

    private void older(Path file) throws SQLException, IOException {
        Sqlite sqlite = new Sqlite(file);
        sqlite.create();
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(sqlite.writing())
                .locations("classpath:gazette/store/common")
                .placeholders(Sqlite.WORDS)
                .javaMigrations(new QuartzTables())
                .loggers("slf4j")
                .target("2")
                .load()
                .migrate();
        try (Connection connection = sqlite.writing().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("pragma user_version = 2");
            try (PreparedStatement picture = connection.prepareStatement("insert into picture values (?, ?)")) {
                picture.setString(1, Samples.picture().digest());
                picture.setBytes(2, Samples.picture().octets());
                picture.executeUpdate();
            }
            statement.executeUpdate("insert into article values (7, 'folder:articles', 'a.txt', 1000)");
            try (PreparedStatement revision = connection.prepareStatement("""
                    insert into revision (id, article, fingerprint, language, headline, byline, credits, topics, address,
                      published_at, published_date, published_time, published_zone, picture, media_type, width, height, alt)
                    values (3, 7, ?, 'fr', 'Le marché', 'la rédaction', '["Agence Exemple"]', '["ville"]',
                      'https://example.org/marche', 5, '2026-11-20', '11:49', 'Europe/Paris', ?, 'image/png', 640, 480,
                      'Les étals')
                    """)) {
                revision.setString(1, OLD.fingerprint());
                revision.setString(2, Samples.picture().digest());
                revision.executeUpdate();
            }
            insertBlocks(connection);
        }
    }

    private static void insertBlocks(Connection connection) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("insert into block values (3, ?, ?, ?)")) {
            List<Integer> anyOrder = List.of(2, 0, 1);
            for (int place : anyOrder) {
                Block block = OLD.blocks().get(place);
                row.setInt(1, place);
                row.setString(2, block instanceof Intertitle ? "INTERTITLE" : "PARAGRAPH");
                row.setString(3, block.text());
                row.executeUpdate();
            }
        }
    }
}
