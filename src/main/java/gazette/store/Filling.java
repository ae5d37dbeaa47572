package gazette.store;

import gazette.delivery.Outbox.DomainCount;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Freezes who an edition is owed to, in pieces, each of them for one transaction. How far it is stands in the edition's
 * row, so that whoever comes next goes on there.
 */
final class Filling {
    /** Subscriptions looked at in one commit: some tens of milliseconds. */
    static final int PIECE = 5_000;

    private final EditionId edition;
    private final int piece;

    /** How far it is. */
    private record Progress(long id, long filledTo, long fillEnd) {}

    /** @param piece how many subscriptions are looked at at a time */
    Filling(EditionId edition, int piece) {
        this.edition = edition;
        this.piece = piece;
    }

    /** Fills some more; false when nothing is left to fill. */
    boolean piece(Session session, Instant holdUntil, InDoubtPolicy inDoubt, Optional<Integer> firstWave)
            throws SQLException {
        begin(session);
        Optional<Progress> before = progress(session);
        if (before.isEmpty()) {
            return false;
        }
        Progress progress = before.get();
        long to = end(session, progress);
        int inserted = insert(session, progress, to);
        String step = """
                update edition
                set audience = audience + ?, filled_to = ?
                where id = ?
                """;
        session.update(step, inserted, to, progress.id());
        if (to < progress.fillEnd()) {
            return true;
        }
        finish(session, progress.id(), holdUntil, inDoubt);
        if (firstWave.isPresent()) {
            limit(session, progress.id(), firstWave.get());
        }
        return false;
    }

    /** Whoever subscribes from now on is not in it. */
    private void begin(Session session) throws SQLException {
        String sql = """
                update edition
                set state = 'FILLING', audience = 0, filled_to = 0,
                  fill_end = coalesce(
                    (select max(p.subscriber) from subscription p where p.newsletter = edition.newsletter), 0)
                where newsletter = ?
                  and number = ?
                  and state = 'RENDERED'
                """;
        session.update(sql, edition.newsletter(), edition.number());
    }

    private Optional<Progress> progress(Session session) throws SQLException {
        String sql = """
                select id, filled_to, fill_end
                from edition
                where newsletter = ?
                  and number = ?
                  and state = 'FILLING'
                """;
        return session.first(
                sql,
                row -> new Progress(row.getLong("id"), row.getLong("filled_to"), row.getLong("fill_end")),
                edition.newsletter(),
                edition.number());
    }

    /** The last subscriber of the next piece, whatever became of those in it. */
    private long end(Session session, Progress progress) throws SQLException {
        String sql = """
                select subscriber
                from subscription
                where newsletter = ?
                  and subscriber > ?
                  and subscriber < ?
                order by subscriber
                limit 1 offset ?
                """;
        return session.first(
                        sql,
                        row -> row.getLong(1),
                        edition.newsletter(),
                        progress.filledTo(),
                        progress.fillEnd(),
                        piece - 1)
                .orElse(progress.fillEnd());
    }

    /** In the order of subscribers, so that each index grows at its end. */
    private int insert(Session session, Progress progress, long to) throws SQLException {
        String sql = """
                insert into dispatch (edition, subscriber, state, not_before, attempts, words)
                select e.id, p.subscriber, 'PENDING', 0, 0, ''
                from edition e
                join subscription p on p.newsletter = e.newsletter
                join subscriber s on s.id = p.subscriber
                where e.id = ?
                  and p.newsletter = ?
                  and p.subscriber > ?
                  and p.subscriber <= ?
                  and p.state = 'CONFIRMED'
                  and p.cadence = e.cadence
                  and not exists (select 1 from suppression x where x.address = s.address)
                order by p.subscriber
                """;
        return session.update(sql, progress.id(), edition.newsletter(), progress.filledTo(), to);
    }

    private static void finish(Session session, long id, Instant holdUntil, InDoubtPolicy inDoubt) throws SQLException {
        String sql = """
                update edition
                set state = 'FILLED', hold_until = ?, in_doubt = ?, filled_to = null, fill_end = null
                where id = ?
                """;
        session.update(sql, holdUntil, inDoubt, id);
    }

    private static void limit(Session session, long id, int firstWave) throws SQLException {
        session.update("update edition set wave_end = ? where id = ?", Waves.end(session, id, firstWave), id);
    }

    /** The size of the audience, which was frozen now or before. */
    long audience(Session session) throws SQLException {
        String sql = """
                select audience
                from edition
                where newsletter = ?
                  and number = ?
                  and state in ('FILLED', 'PAUSED', 'CANCELLED')
                """;
        return session.first(sql, row -> row.getLong(1), edition.newsletter(), edition.number())
                .orElseThrow(() -> new IllegalStateException(
                        "edition " + edition + " has no variants yet: keep them before the outbox is filled"));
    }

    /** How many a fill would take, by recipient domain. */
    static List<DomainCount> audience(Session session, String newsletter, String cadence) throws SQLException {
        String sql = """
                select s.domain, count(*) as readers
                from subscription p
                join subscriber s on s.id = p.subscriber
                where p.newsletter = ?
                  and p.state = 'CONFIRMED'
                  and p.cadence = ?
                  and not exists (select 1 from suppression x where x.address = s.address)
                group by s.domain
                order by readers desc, s.domain
                """;
        return session.list(
                sql, row -> new DomainCount(row.getString("domain"), row.getLong("readers")), newsletter, cadence);
    }

    static boolean hasAudience(Session session, String newsletter, String cadence) throws SQLException {
        String sql = """
                select 1
                from subscription p
                join subscriber s on s.id = p.subscriber
                where p.newsletter = ?
                  and p.state = 'CONFIRMED'
                  and p.cadence = ?
                  and not exists (select 1 from suppression x where x.address = s.address)
                limit 1
                """;
        return session.exists(sql, newsletter, cadence);
    }
}
