package gazette.store;

import gazette.delivery.Epoch;
import java.sql.SQLException;
import java.time.Instant;

/** Who delivers, by epoch and lease, and what becomes of the claims of those who are gone. */
final class Workers {
    private Workers() {}

    static Epoch enlist(Session session, Instant until) throws SQLException {
        return new Epoch(session.number("insert into worker (lease_until) values (?) returning epoch", until));
    }

    static boolean renew(Session session, Epoch epoch, Instant until) throws SQLException {
        return session.update("update worker set lease_until = ? where epoch = ?", until, epoch.value()) == 1;
    }

    static boolean isAlive(Session session, Epoch epoch, Instant now) throws SQLException {
        return session.exists("select 1 from worker where epoch = ? and lease_until > ?", epoch.value(), now);
    }

    static int takeBackFrom(Session session, Epoch gone, Instant now) throws SQLException {
        session.update("delete from worker where epoch = ?", gone.value());
        return takeBack(session, gone.value(), now);
    }

    static int takeBackExpired(Session session, Instant now) throws SQLException {
        int taken = 0;
        for (long gone : session.list("select epoch from worker where lease_until <= ?", row -> row.getLong(1), now)) {
            taken += takeBackFrom(session, new Epoch(gone), now);
        }
        return taken;
    }

    static int takeBackAllBut(Session session, Epoch mine, Instant now) throws SQLException {
        String claiming = """
                select distinct epoch
                from dispatch
                where epoch is not null and epoch <> ?
                """;
        session.update("delete from worker where epoch <> ?", mine.value());
        int taken = 0;
        for (long gone : session.list(claiming, row -> row.getLong(1), mine.value())) {
            taken += takeBack(session, gone, now);
        }
        return taken;
    }

    private static int takeBack(Session session, long epoch, Instant now) throws SQLException {
        String unseen = """
                update dispatch
                set state = 'PENDING', not_before = 0, epoch = null
                where epoch = ? and state = 'CLAIMED'
                """;
        String held = """
                update dispatch
                set state = 'HELD', epoch = null, attempts = attempts + 1, answered_at = ?,
                  words = 'the process ended in the hand-over'
                where epoch = ?
                  and state = 'HANDING_OVER'
                  and exists (select 1 from edition e where e.id = dispatch.edition and e.in_doubt = 'HOLD')
                """;
        String inDoubt = """
                update dispatch
                set state = 'IN_DOUBT', not_before = ?, epoch = null, attempts = attempts + 1, answered_at = ?,
                  words = 'the process ended in the hand-over'
                where epoch = ? and state = 'HANDING_OVER'
                """;
        int taken = session.update(unseen, epoch)
                + session.update(held, now, epoch)
                + session.update(inDoubt, now, now, epoch);
        if (taken > 0) {
            Cancelling.all(session);
        }
        return taken;
    }
}
