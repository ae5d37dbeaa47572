package gazette.store;

import gazette.edition.EditionId;
import java.sql.SQLException;
import java.util.Optional;

/** How far into its audience an edition may go: dispatches up to a number, in the order of filling. */
final class Waves {
    private Waves() {}

    /** The last of {@code more} dispatches that were never tried; empty when there are no more than these. */
    static Optional<Long> end(Session session, long edition, int more) throws SQLException {
        String sql = """
                select id
                from dispatch
                where edition = ?
                  and not_before = 0
                  and state = 'PENDING'
                order by id
                limit 2 offset ?
                """;
        var lastAndNext = session.list(sql, row -> row.getLong(1), edition, more - 1);
        return lastAndNext.size() < 2 ? Optional.empty() : Optional.of(lastAndNext.get(0));
    }

    static long heldBack(Session session, EditionId edition) throws SQLException {
        String sql = """
                select count(*)
                from edition e
                join dispatch d on d.edition = e.id
                where e.newsletter = ?
                  and e.number = ?
                  and e.wave_end is not null
                  and d.not_before = 0
                  and d.id > e.wave_end
                """;
        return session.number(sql, edition.newsletter(), edition.number());
    }
}
