package gazette.store;

import gazette.article.Origin;
import gazette.article.Source;
import gazette.edition.Candidate;
import gazette.edition.Newsletter;
import gazette.edition.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an edition could be made of: articles of the newsletter's sources that are in no edition of the cadence. */
final class Shelves {
    private Shelves() {}

    static Shelf read(Session session, Newsletter newsletter, String cadence) throws SQLException {
        String id = newsletter.id();
        String number = """
                select max(number)
                from edition
                where newsletter = ?
                """;
        String previous = """
                select slot
                from edition
                where newsletter = ? and cadence = ?
                order by slot desc
                limit 1
                """;
        List<Candidate> candidates = new ArrayList<>();
        for (Source source : newsletter.sources()) {
            candidates.addAll(candidates(session, source, id, cadence));
        }
        return new Shelf(
                (int) session.number(number, id) + 1,
                session.first(previous, row -> Instant.ofEpochMilli(row.getLong("slot")), id, cadence),
                candidates);
    }

    private static List<Candidate> candidates(Session session, Source source, String newsletter, String cadence)
            throws SQLException {
        String sql = """
                select a.source, a.name, coalesce(r.published_at, a.picked_up_at) as published_at,
                  a.id <= coalesce(
                    (select max(e.shelf_end) from edition e where e.newsletter = ? and e.cadence = ?), 0)
                    as was_passed_over
                from article a
                join revision r on r.article = a.id and r.replaced_at is null
                where a.source = ?
                  and not exists (
                    select 1
                    from edition_article e
                    where e.newsletter = ? and e.cadence = ? and e.article = a.id)
                """;
        return session.list(sql, Shelves::candidate, newsletter, cadence, source.key(), newsletter, cadence);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                new Origin(row.getString("source"), row.getString("name")),
                Instant.ofEpochMilli(row.getLong("published_at")),
                row.getBoolean("was_passed_over"));
    }
}
