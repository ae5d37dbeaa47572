package gazette.store;

import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Editions.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Editions as lists show them. Each is shown with the subject of its first variant. */
final class Summaries {
    private static final String COLUMNS = """
            select e.newsletter, e.number, e.cadence, e.slot, e.state, coalesce(e.paused_because, '') as paused_because,
              e.composed_at, e.hold_until,
              coalesce(
                (select v.subject from variant v where v.edition = e.id and v.place = 0), '') as subject,
              (select count(*) from edition_article a where a.edition = e.id) as articles
            from edition e
            """;

    private Summaries() {}

    static List<Summary> list(Session session, Optional<String> newsletter) throws SQLException {
        String sql = COLUMNS + """
                where e.newsletter = coalesce(?, e.newsletter)
                order by e.composed_at desc, e.newsletter, e.number desc
                """;
        return session.list(sql, Summaries::summary, newsletter);
    }

    static Optional<Summary> one(Session session, EditionId edition) throws SQLException {
        String sql = COLUMNS + """
                where e.newsletter = ? and e.number = ?
                """;
        return session.first(sql, Summaries::summary, edition.newsletter(), edition.number());
    }

    static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                EditionRows.id(row),
                EditionRows.key(row),
                EditionState.valueOf(row.getString("state")),
                row.getString("paused_because"),
                Instant.ofEpochMilli(row.getLong("composed_at")),
                Instant.ofEpochMilli(row.getLong("hold_until")),
                row.getString("subject"),
                row.getInt("articles"));
    }
}
