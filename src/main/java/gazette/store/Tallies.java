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

    static Tally tally(Session session, EditionId edition) throws SQLException {
        String sql = """
                select d.state, d.reason, count(*) as dispatches, e.audience
                from edition e
                join dispatch d on d.edition = e.id
                where e.newsletter = ? and e.number = ?
                group by d.state, d.reason
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
