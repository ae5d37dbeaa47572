package gazette.store;

import gazette.subscriber.EndedBy;
import gazette.subscriber.Subscribers.Removal;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Ends subscriptions for a person. One that the list had ended is taken over: from then on the list cannot bring the
 * reader back.
 */
final class Ending {
    private final Session session;
    private final String newsletter;
    private final EndedBy by;
    private final Instant now;

    Ending(Session session, String newsletter, EndedBy by, Instant now) {
        this.session = session;
        this.newsletter = newsletter;
        this.by = by;
        this.now = now;
    }

    Removal end(long subscriber) throws SQLException {
        String end = """
                update subscription
                set state = 'ENDED', ended_by = ?, changed_at = ?
                where newsletter = ?
                  and subscriber = ?
                  and state <> 'ENDED'
                """;
        String takeOver = """
                update subscription
                set ended_by = ?, changed_at = ?
                where newsletter = ?
                  and subscriber = ?
                  and ended_by = 'LIST'
                """;
        String known = """
                select 1
                from subscription
                where newsletter = ? and subscriber = ?
                """;
        if (session.update(end, by, now, newsletter, subscriber) == 1) {
            return Removal.REMOVED;
        }
        session.update(takeOver, by, now, newsletter, subscriber);
        return session.exists(known, newsletter, subscriber) ? Removal.ENDED_BEFORE : Removal.UNKNOWN;
    }
}
