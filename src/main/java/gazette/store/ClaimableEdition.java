package gazette.store;

import gazette.edition.EditionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A filled edition with dispatches that wait.
 *
 * @param row the store's number
 * @param lastOfWave the largest dispatch id that may be claimed
 */
record ClaimableEdition(long row, Instant holdUntil, long lastOfWave) {
    /** All of them, by skipping through the index of what is due: the many editions that are done cost nothing. */
    static List<ClaimableEdition> all(Session session) throws SQLException {
        String sql = """
                with recursive waiting (edition) as (
                  select min(edition) from dispatch where not_before is not null
                  union all
                  select (select min(edition) from dispatch where not_before is not null and edition > waiting.edition)
                  from waiting
                  where waiting.edition is not null)
                select e.id, e.hold_until, coalesce(e.wave_end, 9223372036854775807) as last_of_wave
                from waiting
                join edition e on e.id = waiting.edition
                where e.state = 'FILLED'
                """;
        return session.list(sql, ClaimableEdition::read);
    }

    /** The edition, if it is one. */
    static List<ClaimableEdition> one(Session session, EditionId edition) throws SQLException {
        String sql = """
                select id, hold_until, coalesce(wave_end, 9223372036854775807) as last_of_wave
                from edition
                where newsletter = ?
                  and number = ?
                  and state = 'FILLED'
                """;
        return session.list(sql, ClaimableEdition::read, edition.newsletter(), edition.number());
    }

    private static ClaimableEdition read(ResultSet row) throws SQLException {
        return new ClaimableEdition(
                row.getLong("id"), Instant.ofEpochMilli(row.getLong("hold_until")), row.getLong("last_of_wave"));
    }
}
