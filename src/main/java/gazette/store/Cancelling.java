package gazette.store;

import gazette.edition.Deed;
import gazette.edition.EditionId;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Ends what waits of cancelled editions. Whatever makes a dispatch wait asks here afterwards, in the same transaction,
 * so that nothing of a cancelled edition waits for long.
 */
final class Cancelling {
    /** Dispatches ended in one commit: some tens of milliseconds. */
    static final int PIECE = 5_000;

    private static final String END = """
            update dispatch
            set state = case state when 'IN_DOUBT' then 'HELD' else 'SUPPRESSED' end,
              reason = case state when 'IN_DOUBT' then null else 'CANCELLED' end,
              not_before = null
            """;

    private Cancelling() {}

    /** Calls the edition off; whether it was not before. */
    static boolean begin(Session session, EditionId edition, Instant now) throws SQLException {
        String sql = """
                update edition
                set state = 'CANCELLED', paused_because = null, audience = coalesce(audience, 0), filled_to = null,
                  fill_end = null, touched = touched + 1
                where newsletter = ?
                  and number = ?
                  and state <> 'CANCELLED'
                """;
        boolean news = session.update(sql, edition.newsletter(), edition.number()) == 1;
        if (news) {
            DeedRows.add(session, edition, new Deed(now, Deed.Kind.CANCELLED, ""));
        }
        return news;
    }

    /** Ends some of those who wait for it; how many. */
    static int piece(Session session, EditionId edition) throws SQLException {
        String sql = END + """
                where id in (
                  select d.id
                  from edition e
                  join dispatch d on d.edition = e.id
                  where e.newsletter = ?
                    and e.number = ?
                    and e.state = 'CANCELLED'
                    and d.not_before is not null
                  limit ?)
                """;
        return session.update(sql, edition.newsletter(), edition.number(), PIECE);
    }

    /** Ends the dispatch if it waits for a cancelled edition. */
    static void one(Session session, long dispatch) throws SQLException {
        String sql = END + """
                where id = ?
                  and not_before is not null
                  and exists (select 1 from edition e where e.id = dispatch.edition and e.state = 'CANCELLED')
                """;
        session.update(sql, dispatch);
    }

    /** Ends whatever waits for any cancelled edition: what was taken back from workers that are gone. */
    static void all(Session session) throws SQLException {
        String sql = END + """
                where id in (
                  select d.id
                  from edition e
                  join dispatch d on d.edition = e.id
                  where e.state = 'CANCELLED' and d.not_before is not null)
                """;
        session.update(sql);
    }
}
