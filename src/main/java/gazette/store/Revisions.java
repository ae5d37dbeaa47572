package gazette.store;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Origin;
import gazette.article.Picture;
import gazette.article.Published;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of articles. A revision never changes; the one that is not replaced is what its origin says now. */
final class Revisions {
    private Revisions() {}

    static void insert(Session session, long article, Article words) throws SQLException {
        Optional<Published> published = words.published();
        Optional<EmbeddedPicture> embedded =
                words.picture().filter(EmbeddedPicture.class::isInstance).map(EmbeddedPicture.class::cast);
        Optional<LinkedPicture> linked =
                words.picture().filter(LinkedPicture.class::isInstance).map(LinkedPicture.class::cast);
        Pictures.insert(session, words.picture().stream(), words.blocks());
        String sql = """
                insert into revision (article, fingerprint, language, headline, byline, credits, topics, address,
                  published_at, published_date, published_time, published_zone,
                  picture, media_type, width, height, alt, picture_address,
                  body, summary, categories)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        session.update(
                sql,
                article,
                words.fingerprint(),
                words.language().toLanguageTag(),
                words.headline(),
                words.byline(),
                Json.array(words.credits()),
                Json.array(words.topics()),
                words.address().map(URI::toString),
                published.map(Published::instant),
                published.map(p -> p.date().toString()),
                published.flatMap(Published::time).map(LocalTime::toString),
                published.map(p -> p.zone().getId()),
                embedded.map(EmbeddedPicture::digest),
                embedded.map(EmbeddedPicture::mediaType),
                embedded.map(EmbeddedPicture::width)
                        .or(() -> linked.flatMap(LinkedPicture::size).map(LinkedPicture.Size::width)),
                embedded.map(EmbeddedPicture::height)
                        .or(() -> linked.flatMap(LinkedPicture::size).map(LinkedPicture.Size::height)),
                words.picture().map(Picture::alt),
                linked.map(LinkedPicture::address).map(URI::toString),
                BodyText.write(words.blocks()),
                words.summary(),
                Json.array(words.categories()));
    }

    /** Replaces the article's text; the old one stays for the editions that have it, and to know copies of it by. */
    static void retire(Session session, long article, Instant now) throws SQLException {
        String sql = """
                update revision
                set replaced_at = ?
                where article = ? and replaced_at is null
                """;
        session.update(sql, now, article);
    }

    static Article load(Session session, long revision) throws SQLException {
        String body = session.first("select body from revision where id = ?", row -> row.getString(1), revision)
                .orElseThrow(() -> new IllegalStateException("revision " + revision + " is gone"));
        List<Block> blocks = BodyText.read(session, body);
        String sql = """
                select a.source, a.name, r.*, p.octets
                from revision r
                join article a on a.id = r.article
                left join picture p on p.digest = r.picture
                where r.id = ?
                """;
        return session.first(sql, row -> article(row, blocks), revision).orElseThrow();
    }

    private static Article article(ResultSet row, List<Block> blocks) throws SQLException {
        return new Article(
                new Origin(row.getString("source"), row.getString("name")),
                Locale.forLanguageTag(row.getString("language")),
                Optional.ofNullable(row.getString("headline")),
                row.getString("summary"),
                blocks,
                published(row),
                row.getString("byline"),
                Json.list(row.getString("credits")),
                Optional.ofNullable(row.getString("address")).map(URI::create),
                picture(row),
                Json.list(row.getString("categories")),
                Json.list(row.getString("topics")));
    }

    private static Optional<Picture> picture(ResultSet row) throws SQLException {
        if (row.getString("picture") != null) {
            return Optional.of(Pictures.read(row));
        }
        String address = row.getString("picture_address");
        if (address == null) {
            return Optional.empty();
        }
        int width = row.getInt("width");
        int height = row.getInt("height");
        Optional<Size> size = width > 0 ? Optional.of(new Size(width, height)) : Optional.empty();
        return Optional.of(new LinkedPicture(URI.create(address), row.getString("alt"), size));
    }

    /** From {@code published_date, published_time, published_zone}. */
    static Optional<Published> published(ResultSet row) throws SQLException {
        String date = row.getString("published_date");
        if (date == null) {
            return Optional.empty();
        }
        return Optional.of(new Published(
                LocalDate.parse(date),
                Optional.ofNullable(row.getString("published_time")).map(LocalTime::parse),
                ZoneId.of(row.getString("published_zone"))));
    }
}
