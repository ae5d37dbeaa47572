package gazette.store;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.Epoch;
import gazette.delivery.Gate;
import gazette.delivery.SuppressionReason;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.mail.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            where d.id in (%s)
            """.formatted(Slice.PLACES);

    /** Looked at in one transaction at most: some ten milliseconds of the write lane. */
    private static final int AT_ONCE = 500;

    private final Session session;
    private final Epoch epoch;
    private final Instant now;
    private final Gate gate;

    /**
     * What one transaction came to.
     *
     * @param moved how many others it moved out of the way
     */
    record Round(List<Dispatch> claimed, int moved) {}

    /** A dispatch that is due: either it can be claimed, or there is a reason why not. */
    private record Candidate(long id, Optional<Dispatch> dispatch, Optional<SuppressionReason> reason, String words) {}

    Claiming(Session session, Epoch epoch, Instant now, Gate gate) {
        this.session = session;
        this.epoch = epoch;
        this.now = now;
        this.gate = gate;
    }

    /**
     * When none of the first may go, it looks at many at once: behind those of a domain that has no turn now there are
     * others, and a commit for every few would be dear.
     */
    Round run(int most) throws SQLException {
        List<Dispatch> claimed = new ArrayList<>();
        if (!Workers.isAlive(session, epoch, now)) {
            return new Round(claimed, 0);
        }
        int moved = take(Due.tickets(session, now, most), claimed, most);
        if (claimed.isEmpty() && gate != Gate.OPEN) {
            moved += take(Due.tickets(session, now, AT_ONCE), claimed, most);
        }
        return new Round(claimed, moved);
    }

    /** Claims until there are {@code most}; how many it moved out of the way. */
    private int take(List<Due.Ticket> tickets, List<Dispatch> claimed, int most) throws SQLException {
        int moved = 0;
        for (Slice slice : Slice.of(tickets.stream().map(Due.Ticket::id).toList())) {
            if (claimed.size() >= most) {
                return moved;
            }
            moved += take(slice, claimed, most);
        }
        return moved;
    }

    private int take(Slice slice, List<Dispatch> claimed, int most) throws SQLException {
        Map<Long, Candidate> candidates = new HashMap<>();
        session.each(CANDIDATE, Claiming::candidate, c -> candidates.put(c.id(), c), slice.values());
        List<Dispatch> mine = new ArrayList<>();
        int moved = 0;
        for (long id : slice.ids()) {
            if (claimed.size() + mine.size() >= most) {
                break;
            }
            Candidate candidate = Optional.ofNullable(candidates.get(id))
                    .orElseThrow(() -> new IllegalStateException("dispatch " + id + " is gone"));
            moved += candidate.dispatch().isPresent()
                    ? admitOrPutOff(candidate.dispatch().get(), mine)
                    : suppress(candidate);
        }
        claim(mine);
        claimed.addAll(mine);
        return moved;
    }

    private int admitOrPutOff(Dispatch dispatch, List<Dispatch> admitted) throws SQLException {
        Optional<Duration> objection =
                gate.objection(dispatch.subscriber().address().domain());
        if (objection.isEmpty()) {
            admitted.add(dispatch);
            return 0;
        }
        return objection.get().isZero() ? 0 : putOff(dispatch, now.plus(objection.get()));
    }

    private int putOff(Dispatch dispatch, Instant until) throws SQLException {
        String sql = """
                update dispatch
                set not_before = ?
                where id = ? and state in ('PENDING', 'DEFERRED', 'IN_DOUBT')
                """;
        return session.update(sql, until.plusMillis(1), dispatch.id().value()); // milliseconds are cut off, not rounded
    }

    /** @param admitted no more than a slice */
    private void claim(List<Dispatch> admitted) throws SQLException {
        String sql = """
                update dispatch
                set state = 'CLAIMED', epoch = ?, not_before = null
                where id in (%s) and state in ('PENDING', 'DEFERRED', 'IN_DOUBT')
                """.formatted(Slice.PLACES);
        for (Slice slice : Slice.of(admitted.stream().map(d -> d.id().value()).toList())) {
            if (session.update(sql, slice.values(epoch.value())) != admitted.size()) {
                throw new IllegalStateException("a dispatch changed inside a transaction: " + slice.ids());
            }
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
        EmailAddress address;
        try {
            address = EmailAddress.of(row.getString("address"));
        } catch (IllegalArgumentException noAddress) {
            return suppressed(id, SuppressionReason.BAD_ADDRESS, String.valueOf(noAddress.getMessage()));
        }
        return new Candidate(id, Optional.of(dispatch(address, row)), Optional.empty(), "");
    }

    private static Candidate suppressed(long id, SuppressionReason reason, String words) {
        return new Candidate(id, Optional.empty(), Optional.of(reason), words);
    }

    private static Dispatch dispatch(EmailAddress address, ResultSet row) throws SQLException {
        return new Dispatch(
                new DispatchId(row.getLong("id")),
                new EditionId(row.getString("newsletter"), row.getInt("number")),
                SubscriptionRows.subscriber(address, row),
                row.getInt("attempts") + 1,
                InDoubtPolicy.valueOf(row.getString("in_doubt")));
    }
}
