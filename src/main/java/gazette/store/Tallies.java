package gazette.store;

import gazette.delivery.DispatchState;
import gazette.delivery.Outbox.Trouble;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How audiences stand. */
final class Tallies {
    private record Count(DispatchState state, Optional<SuppressionReason> reason, long dispatches, long audience) {}

    private Tallies() {}

    /** In three parts, each from an index: what has ended, what waits, and what is in hand. */
    static Tally tally(Session session, EditionId edition) throws SQLException {
        String sql = """
                with it as (
                  select id, audience
                  from edition
                  where newsletter = ? and number = ?)
                select d.state, d.reason, count(*) as dispatches, it.audience
                from it
                join dispatch d on d.edition = it.id
                where d.state in ('ACCEPTED', 'REJECTED', 'EXPIRED', 'HELD', 'SUPPRESSED')
                  and d.not_before is null
                  and d.epoch is null
                group by d.state, d.reason
                union all
                select d.state, null, count(*), it.audience
                from it
                join dispatch d on d.edition = it.id
                where d.not_before is not null
                group by d.state
                union all
                select d.state, null, count(*), it.audience
                from dispatch d
                cross join it
                where d.epoch is not null and it.id = d.edition
                group by d.state
                """;
        List<Count> counts = session.list(
                sql,
                row -> new Count(
                        DispatchState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("reason")).map(SuppressionReason::valueOf),
                        row.getLong("dispatches"),
                        row.getLong("audience")),
                edition.newsletter(),
                edition.number());
        Map<DispatchState, Long> states = new EnumMap<>(DispatchState.class);
        Map<SuppressionReason, Long> reasons = new EnumMap<>(SuppressionReason.class);
        for (Count count : counts) {
            states.merge(count.state(), count.dispatches(), Long::sum);
            count.reason().ifPresent(reason -> reasons.put(reason, count.dispatches()));
        }
        long audience = counts.isEmpty() ? 0 : counts.get(0).audience();
        return new Tally(edition, audience, states, reasons);
    }

    static List<Trouble> troubles(Session session, EditionId edition, DispatchState state, int most)
            throws SQLException {
        String sql = """
                select s.address, d.state, d.attempts, d.words
                from edition e
                join dispatch d on d.edition = e.id
                join subscriber s on s.id = d.subscriber
                where e.newsletter = ?
                  and e.number = ?
                  and d.state = ?
                order by d.id
                limit ?
                """;
        return session.list(
                sql,
                row -> new Trouble(
                        row.getString("address"),
                        DispatchState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("words")),
                edition.newsletter(),
                edition.number(),
                state,
                most);
    }
}
