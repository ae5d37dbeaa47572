package gazette.store;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.Epoch;
import gazette.delivery.SuppressionReason;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.mail.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Claims what is due for one epoch, inside one transaction. */
final class Claiming {
    private static final String CANDIDATE = """
            select d.id, d.attempts, e.newsletter, e.number, e.in_doubt, s.address,
              p.subscriber, p.name, p.language, p.since, p.topics, p.fields,
              case when p.state = 'CONFIRMED' then 0 else 1 end as has_left,
              exists (select 1 from suppression x where x.address = s.address) as is_suppressed
            from dispatch d
            join edition e on e.id = d.edition
            join subscriber s on s.id = d.subscriber
            left join subscription p on p.newsletter = e.newsletter and p.subscriber = d.subscriber
            where d.id = ?
            """;

    private final Session session;
    private final Epoch epoch;
    private final Instant now;

    /** What one transaction came to. */
    record Round(List<Dispatch> claimed, int suppressed) {}

    /** A dispatch that is due: either it can be claimed, or there is a reason why not. */
    private record Candidate(long id, Optional<Dispatch> dispatch, Optional<SuppressionReason> reason, String words) {}

    Claiming(Session session, Epoch epoch, Instant now) {
        this.session = session;
        this.epoch = epoch;
        this.now = now;
    }

    Round run(int most) throws SQLException {
        List<Dispatch> claimed = new ArrayList<>();
        int suppressed = 0;
        if (!Workers.isAlive(session, epoch, now)) {
            return new Round(claimed, suppressed);
        }
        for (Due.Ticket ticket : Due.tickets(session, now, most)) {
            Candidate candidate = session.first(CANDIDATE, Claiming::candidate, ticket.id())
                    .orElseThrow(() -> new IllegalStateException("dispatch " + ticket.id() + " is gone"));
            if (candidate.dispatch().isPresent()) {
                claim(candidate.dispatch().get());
                claimed.add(candidate.dispatch().get());
            } else {
                suppressed += suppress(candidate);
            }
        }
        return new Round(claimed, suppressed);
    }

    private void claim(Dispatch dispatch) throws SQLException {
        String sql = """
                update dispatch
                set state = 'CLAIMED', epoch = ?, not_before = null
                where id = ? and state in ('PENDING', 'DEFERRED', 'IN_DOUBT')
                """;
        if (session.update(sql, epoch.value(), dispatch.id().value()) != 1) {
            throw new IllegalStateException("dispatch " + dispatch.id() + " changed inside a transaction");
        }
    }

    private int suppress(Candidate candidate) throws SQLException {
        String sql = """
                update dispatch
                set state = 'SUPPRESSED', reason = ?, words = ?, not_before = null
                where id = ? and state in ('PENDING', 'DEFERRED', 'IN_DOUBT')
                """;
        return session.update(sql, candidate.reason(), candidate.words(), candidate.id());
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        if (row.getBoolean("has_left")) {
            return suppressed(id, SuppressionReason.LEFT, "the subscription ended");
        }
        if (row.getBoolean("is_suppressed")) {
            return suppressed(id, SuppressionReason.SUPPRESSED, "the address is on the list of those never to mail");
        }
        Optional<String> objection = EmailAddress.objection(row.getString("address"));
        if (objection.isPresent()) {
            return suppressed(id, SuppressionReason.BAD_ADDRESS, objection.get());
        }
        return new Candidate(id, Optional.of(dispatch(row)), Optional.empty(), "");
    }

    private static Candidate suppressed(long id, SuppressionReason reason, String words) {
        return new Candidate(id, Optional.empty(), Optional.of(reason), words);
    }

    private static Dispatch dispatch(ResultSet row) throws SQLException {
        return new Dispatch(
                new DispatchId(row.getLong("id")),
                new EditionId(row.getString("newsletter"), row.getInt("number")),
                SubscriptionRows.subscriber(EmailAddress.of(row.getString("address")), row),
                row.getInt("attempts") + 1,
                InDoubtPolicy.valueOf(row.getString("in_doubt")));
    }
}
