package gazette.store;

import gazette.edition.Deed;
import gazette.edition.EditionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The course of an edition: table {@code deed}. */
final class DeedRows {
    private DeedRows() {}

    /** Adds to the course of an edition, at its end. */
    static void add(Session session, EditionId edition, Deed deed) throws SQLException {
        add(session, EditionRows.number(session, edition), deed);
    }

    static void add(Session session, long edition, Deed deed) throws SQLException {
        String sql = """
                insert into deed (edition, at, kind, words)
                values (?, ?, ?, ?)
                """;
        session.update(sql, edition, deed.at(), deed.kind(), deed.words());
    }

    /** Adds it unless the edition has one with the same words. */
    static void addOnce(Session session, long edition, Deed deed) throws SQLException {
        String sql = """
                select 1
                from deed
                where edition = ? and kind = ? and words = ?
                """;
        if (!session.exists(sql, edition, deed.kind(), deed.words())) {
            add(session, edition, deed);
        }
    }

    /** The oldest first. */
    static List<Deed> list(Session session, EditionId edition) throws SQLException {
        String sql = """
                select d.at, d.kind, d.words
                from edition e
                join deed d on d.edition = e.id
                where e.newsletter = ? and e.number = ?
                order by d.id
                """;
        return session.list(sql, DeedRows::deed, edition.newsletter(), edition.number());
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                Instant.ofEpochMilli(row.getLong("at")),
                Deed.Kind.valueOf(row.getString("kind")),
                row.getString("words"));
    }
}
