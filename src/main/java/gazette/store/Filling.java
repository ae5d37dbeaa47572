package gazette.store;

import gazette.delivery.Outbox.DomainCount;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Freezes who an edition is owed to, inside one transaction. */
final class Filling {
    private final Session session;
    private final EditionId edition;

    Filling(Session session, EditionId edition) {
        this.session = session;
        this.edition = edition;
    }

    /** The size of the audience, which was frozen now or before. */
    long fill(Instant holdUntil, InDoubtPolicy inDoubt, Optional<Integer> firstWave) throws SQLException {
        long id = EditionRows.number(session, edition);
        String filled = """
                update edition
                set state = 'FILLED', hold_until = ?, in_doubt = ?, audience = 0
                where id = ? and state = 'RENDERED'
                """;
        if (session.update(filled, holdUntil, inDoubt, id) == 1) {
            session.update("update edition set audience = ? where id = ?", insert(id), id);
            limit(id, firstWave);
        }
        return frozen(id);
    }

    /** In the order of subscribers, so that each index grows at its end. */
    private int insert(long id) throws SQLException {
        String sql = """
                insert into dispatch (edition, subscriber, state, not_before, attempts, words)
                select e.id, p.subscriber, 'PENDING', 0, 0, ''
                from edition e
                join subscription p on p.newsletter = e.newsletter
                join subscriber s on s.id = p.subscriber
                where e.id = ?
                  and p.state = 'CONFIRMED'
                  and p.cadence = e.cadence
                  and not exists (select 1 from suppression x where x.address = s.address)
                order by p.subscriber
                """;
        return session.update(sql, id);
    }

    private void limit(long id, Optional<Integer> firstWave) throws SQLException {
        String sql = """
                update edition
                set wave_end = (
                  select coalesce(max(id), 0)
                  from (select id from dispatch where edition = ? order by subscriber limit ?))
                where id = ?
                """;
        if (firstWave.isPresent()) {
            session.update(sql, id, firstWave.get(), id);
        }
    }

    private long frozen(long id) throws SQLException {
        String sql = """
                select audience
                from edition
                where id = ? and state in ('FILLED', 'PAUSED')
                """;
        return session.first(sql, row -> row.getLong(1), id)
                .orElseThrow(() -> new IllegalStateException(
                        "edition " + edition + " has no variants yet: keep them before the outbox is filled"));
    }

    /** How many {@link #fill} would take, by recipient domain. */
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
