package gazette.store;

import gazette.article.Origin;
import gazette.article.Recollection;
import gazette.article.Remembered;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the database finds of an article, inside one session. */
final class JdbcRecollection implements Recollection {
    private static final String REMEMBERED = """
            select a.source, a.name, r.fingerprint, r.address, r.published_date, r.published_time, r.published_zone
            from article a
            join revision r on r.article = a.id and r.replaced_at is null
            """;

    private final Session session;

    JdbcRecollection(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Remembered> named(Origin origin) {
        String itself = REMEMBERED + "where a.source = ? and a.name = ?";
        String otherwise = REMEMBERED + """
                join alias l on l.article = a.id
                where l.source = ? and l.name = ?
                """;
        return only(itself, origin.source(), origin.name()).or(() -> only(otherwise, origin.source(), origin.name()));
    }

    @Override
    public Optional<Remembered> spelled(String source, String key) {
        return only(REMEMBERED + "where a.source = ? and a.name_key = ? limit 2", source, key);
    }

    @Override
    public Optional<Remembered> at(String source, String key) {
        return only(REMEMBERED + "where a.source = ? and a.address_key = ? limit 2", source, key);
    }

    @Override
    public Optional<Remembered> worded(String source, String fingerprint) {
        String sql = REMEMBERED + """
                join revision said on said.article = a.id
                where said.fingerprint = ?
                  and a.source = ?
                limit 1
                """;
        return only(sql, fingerprint, source);
    }

    private Optional<Remembered> only(String sql, String one, String other) {
        try {
            List<Remembered> found = session.list(sql, JdbcRecollection::remembered, one, other);
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (SQLException broken) {
            throw StoreFailure.of("look an article up", broken);
        }
    }

    private static Remembered remembered(ResultSet row) throws SQLException {
        return new Remembered(
                new Origin(row.getString("source"), row.getString("name")),
                row.getString("fingerprint"),
                Revisions.published(row),
                Optional.ofNullable(row.getString("address")).map(URI::create));
    }
}
