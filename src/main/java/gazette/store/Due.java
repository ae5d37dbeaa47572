package gazette.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may be claimed, and when. First attempts (not before 0) and later ones are asked for apart: both questions are
 * then answered from the beginning of one index range, however many dispatches lie beyond a first wave.
 */
final class Due {
    /** A dispatch that is due. */
    record Ticket(long id, long notBefore) {
        static final Comparator<Ticket> IN_TURN =
                Comparator.comparingLong(Ticket::notBefore).thenComparingLong(Ticket::id);
    }

    private Due() {}

    /** At most {@code most} tickets of all editions, who waits longest first. */
    static List<Ticket> tickets(Session session, Instant now, int most) throws SQLException {
        String first = """
                select id, not_before
                from dispatch
                where edition = ?
                  and not_before = 0
                  and state = 'PENDING'
                  and id <= ?
                order by id
                limit ?
                """;
        String later = """
                select id, not_before
                from dispatch
                where edition = ?
                  and not_before > 0
                  and not_before <= ?
                  and id <= ?
                order by not_before, state, id
                limit ?
                """;
        List<Ticket> tickets = new ArrayList<>();
        for (ClaimableEdition edition : ClaimableEdition.all(session)) {
            if (!edition.holdUntil().isAfter(now)) {
                long last = edition.lastOfWave();
                tickets.addAll(session.list(first, Due::ticket, edition.row(), last, most));
                tickets.addAll(session.list(later, Due::ticket, edition.row(), now, last, most));
            }
        }
        return tickets.stream().sorted(Ticket.IN_TURN).limit(most).toList();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(row.getLong("id"), row.getLong("not_before"));
    }

    /** When the first dispatch of {@code editions} is due. */
    static Optional<Instant> next(Session session, List<ClaimableEdition> editions) throws SQLException {
        String first = """
                select not_before
                from dispatch
                where edition = ?
                  and not_before = 0
                  and id <= ?
                limit 1
                """;
        String later = """
                select not_before
                from dispatch
                where edition = ?
                  and not_before > 0
                  and id <= ?
                order by not_before
                limit 1
                """;
        List<Instant> due = new ArrayList<>();
        for (ClaimableEdition edition : editions) {
            long last = edition.lastOfWave();
            Optional<Instant> waits = session.first(first, Due::notBefore, edition.row(), last);
            if (waits.isEmpty()) {
                waits = session.first(later, Due::notBefore, edition.row(), last);
            }
            waits.map(w -> later(w, edition.holdUntil())).ifPresent(due::add);
        }
        return due.stream().min(Comparator.naturalOrder());
    }

    private static Instant notBefore(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong("not_before"));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
