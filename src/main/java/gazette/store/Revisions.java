package gazette.store;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Intertitle;
import gazette.article.Origin;
import gazette.article.Paragraph;
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
    private enum Kind {
        PARAGRAPH,
        INTERTITLE
    }

    private Revisions() {}

    static void insert(Session session, long article, Article words) throws SQLException {
        Optional<Published> published = words.published();
        Optional<EmbeddedPicture> picture =
                words.picture().filter(EmbeddedPicture.class::isInstance).map(EmbeddedPicture.class::cast);
        if (picture.isPresent()) {
            Pictures.insert(session, picture.get());
        }
        String sql = """
                insert into revision (article, fingerprint, language, headline, byline, credits, topics, address,
                  published_at, published_date, published_time, published_zone,
                  picture, media_type, width, height, alt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """;
        long id = session.number(
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
                picture.map(EmbeddedPicture::digest),
                picture.map(EmbeddedPicture::mediaType),
                picture.map(EmbeddedPicture::width),
                picture.map(EmbeddedPicture::height),
                picture.map(EmbeddedPicture::alt));
        insertBlocks(session, id, words.blocks());
    }

    private static void insertBlocks(Session session, long revision, List<Block> blocks) throws SQLException {
        String sql = """
                insert into block (revision, place, kind, words)
                values (?, ?, ?, ?)
                """;
        for (int place = 0; place < blocks.size(); place++) {
            Block block = blocks.get(place);
            Kind kind = block instanceof Intertitle ? Kind.INTERTITLE : Kind.PARAGRAPH;
            session.update(sql, revision, place, kind, block.text());
        }
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
        List<Block> blocks = blocks(session, revision);
        String sql = """
                select a.source, a.name, r.*, p.octets
                from revision r
                join article a on a.id = r.article
                left join picture p on p.digest = r.picture
                where r.id = ?
                """;
        return session.first(sql, row -> article(row, blocks), revision)
                .orElseThrow(() -> new IllegalStateException("revision " + revision + " is gone"));
    }

    private static List<Block> blocks(Session session, long revision) throws SQLException {
        String sql = """
                select kind, words
                from block
                where revision = ?
                order by place
                """;
        return session.list(sql, row -> block(Kind.valueOf(row.getString(1)), row.getString(2)), revision);
    }

    private static Block block(Kind kind, String words) {
        return switch (kind) {
            case PARAGRAPH -> new Paragraph(words);
            case INTERTITLE -> new Intertitle(words);
        };
    }

    private static Article article(ResultSet row, List<Block> blocks) throws SQLException {
        boolean hasPicture = row.getString("picture") != null;
        return new Article(
                new Origin(row.getString("source"), row.getString("name")),
                Locale.forLanguageTag(row.getString("language")),
                Optional.ofNullable(row.getString("headline")),
                "",
                blocks,
                published(row),
                row.getString("byline"),
                Json.list(row.getString("credits")),
                Optional.ofNullable(row.getString("address")).map(URI::create),
                hasPicture ? Optional.of(Pictures.read(row)) : Optional.empty(),
                List.of(),
                Json.list(row.getString("topics")));
    }

    private static Optional<Published> published(ResultSet row) throws SQLException {
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
