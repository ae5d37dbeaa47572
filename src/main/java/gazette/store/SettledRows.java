package gazette.store;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Source;
import gazette.edition.Choice;
import gazette.edition.Newsletter;
import gazette.edition.Shelf;
import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Articles that are no candidates any more without having been in an edition. */
final class SettledRows {
    private record Row(Origin origin, long revision, String why) {}

    private SettledRows() {}

    /** The newest of each kind, at most {@link Shelf#SETTLED}. */
    static List<Verdict> read(Session session, Newsletter newsletter, String cadence) throws SQLException {
        List<Verdict> verdicts = new ArrayList<>(tooLate(session, newsletter, cadence));
        verdicts.addAll(leftOut(session, newsletter, cadence));
        List<Row> heldBack = new ArrayList<>();
        for (Source source : newsletter.sources()) {
            heldBack.addAll(heldBack(session, source));
        }
        heldBack.sort(Comparator.comparing(Row::revision).reversed());
        verdicts.addAll(verdicts(session, heldBack.subList(0, Math.min(Shelf.SETTLED, heldBack.size()))));
        return verdicts;
    }

    private static List<Row> heldBack(Session session, Source source) throws SQLException {
        String sql = """
                select a.source, a.name, r.id
                from article a
                join revision r on r.article = a.id and r.replaced_at is null
                where a.source = ?
                  and a.held_back
                order by a.id desc
                limit ?
                """;
        String why = "was there before the source was added (first: "
                + source.first().taken() + ")";
        return session.list(sql, row -> row(row, why), source.key(), Shelf.SETTLED);
    }

    private static List<Verdict> tooLate(Session session, Newsletter newsletter, String cadence) throws SQLException {
        String tooLate = """
                select a.source, a.name, r.id, c.too_late as why
                from edition_copy c
                join article a on a.id = c.article
                join revision r on r.article = a.id and r.replaced_at is null
                where c.newsletter = ? and c.cadence = ?
                  and c.too_late is not null
                order by a.id desc
                limit ?
                """;
        return verdicts(
                session,
                session.list(tooLate, row -> row(row, row.getString("why")), newsletter.id(), cadence, Shelf.SETTLED));
    }

    private static List<Verdict> leftOut(Session session, Newsletter newsletter, String cadence) throws SQLException {
        String sql = """
                select a.source, a.name, r.id, e.number
                from left_out o
                join edition e on e.id = o.edition
                join article a on a.id = o.article
                join revision r on r.article = a.id and r.replaced_at is null
                where o.newsletter = ? and o.cadence = ?
                order by a.id desc
                limit ?
                """;
        return verdicts(
                session,
                session.list(
                        sql,
                        row -> row(row, Choice.leftOutOf(row.getInt("number"))),
                        newsletter.id(),
                        cadence,
                        Shelf.SETTLED));
    }

    private static Row row(ResultSet row, String why) throws SQLException {
        return new Row(new Origin(row.getString("source"), row.getString("name")), row.getLong("id"), why);
    }

    private static List<Verdict> verdicts(Session session, List<Row> rows) throws SQLException {
        List<Verdict> verdicts = new ArrayList<>();
        for (Row row : rows) {
            Article article = Revisions.load(session, row.revision());
            verdicts.add(new Verdict(row.origin(), article.title(), article.language(), Place.OUT, row.why()));
        }
        return verdicts;
    }
}
