package gazette.store;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.delivery.SuppressionReason;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The turns of one epoch. Every write checks the epoch, so that a worker presumed dead overwrites nothing. */
final class JdbcJournal implements Journal {
    private final GroupCommit turns;
    private final Epoch epoch;
    private final RetryPolicy policy;
    private final Clock clock;
    private final Batch<Turn, Boolean> batch = this::write;

    /** What one connection wants to have written down. */
    private record Turn(Optional<Settled> last, Optional<Dispatch> next) {
        boolean isGranted(Set<DispatchId> handedOver) {
            return next.isEmpty() || handedOver.contains(next.get().id());
        }
    }

    JdbcJournal(GroupCommit turns, Epoch epoch, RetryPolicy policy, Clock clock) {
        this.turns = turns;
        this.epoch = epoch;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public boolean turn(Optional<Settled> last, Optional<Dispatch> next) {
        return turns.commit(batch, new Turn(last, next));
    }

    private List<Boolean> write(Session session, List<Turn> group) throws SQLException {
        settle(session, group.stream().flatMap(turn -> turn.last().stream()).toList());
        List<Dispatch> next =
                group.stream().flatMap(turn -> turn.next().stream()).toList();
        Set<DispatchId> handedOver = handOver(session, next);
        for (Dispatch dispatch : next) {
            if (!handedOver.contains(dispatch.id())) {
                refuse(session, dispatch);
            }
        }
        return group.stream().map(turn -> turn.isGranted(handedOver)).toList();
    }

    /** Changes nothing when a claim is no longer this epoch's: whoever took it back has decided already. */
    private void settle(Session session, List<Settled> outcomes) throws SQLException {
        String sql = """
                update dispatch
                set state = ?, reason = ?, not_before = ?, words = ?, answered_at = ?, attempts = attempts + 1, epoch = null
                where id = ?
                  and epoch = ?
                  and state in ('HANDING_OVER', 'CLAIMED')
                  and attempts = ?
                """;
        List<Object[]> rows = new ArrayList<>(outcomes.size());
        for (Settled settled : outcomes) {
            rows.add(row(settled));
        }
        session.updates(sql, rows);
        for (Settled settled : outcomes) {
            if (!settled.outcome().next(settled.dispatch(), policy).isFinal()) {
                Cancelling.one(session, settled.dispatch().id().value());
            }
        }
    }

    private Object[] row(Settled settled) {
        Dispatch dispatch = settled.dispatch();
        Outcome outcome = settled.outcome();
        DispatchState state = outcome.next(dispatch, policy);
        return new Object[] {
            state,
            reason(outcome),
            notBefore(state, dispatch),
            outcome.words(),
            clock.instant(),
            dispatch.id().value(),
            epoch.value(),
            dispatch.attempt() - 1
        };
    }

    private static Optional<SuppressionReason> reason(Outcome outcome) {
        return outcome instanceof Outcome.Unsendable unsendable ? Optional.of(unsendable.reason()) : Optional.empty();
    }

    private Optional<Instant> notBefore(DispatchState state, Dispatch dispatch) {
        return switch (state) {
            case DEFERRED, IN_DOUBT ->
                Optional.of(clock.instant().plus(policy.waitAfter(dispatch.attempt(), dispatch.id())));
            case PENDING, CLAIMED, HANDING_OVER, ACCEPTED, REJECTED, EXPIRED, HELD, SUPPRESSED -> Optional.empty();
        };
    }

    /**
     * The intent, written down before the act: from this commit on the peers may have these messages. Which may go: none
     * when the lease ran out.
     */
    private Set<DispatchId> handOver(Session session, List<Dispatch> next) throws SQLException {
        String sql = """
                update dispatch
                set state = 'HANDING_OVER'
                where id = ?
                  and epoch = ?
                  and state = 'CLAIMED'
                  and exists (
                    select 1
                    from edition e
                    join subscription p on p.newsletter = e.newsletter and p.subscriber = dispatch.subscriber
                    where e.id = dispatch.edition
                      and e.state = 'FILLED'
                      and p.state = 'CONFIRMED')
                  and not exists (
                    select 1
                    from suppression x
                    join subscriber s on s.address = x.address
                    where s.id = dispatch.subscriber)
                """;
        Set<DispatchId> handedOver = new HashSet<>();
        if (next.isEmpty() || !Workers.isAlive(session, epoch, clock.instant())) {
            return handedOver;
        }
        List<Object[]> rows = new ArrayList<>(next.size());
        for (Dispatch dispatch : next) {
            rows.add(new Object[] {dispatch.id().value(), epoch.value()});
        }
        int[] changed = session.updates(sql, rows);
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                handedOver.add(next.get(i).id());
            }
        }
        return handedOver;
    }

    /** Settles a claim that may not be handed over, if it is still this epoch's. */
    private void refuse(Session session, Dispatch next) throws SQLException {
        String left = """
                update dispatch
                set state = 'SUPPRESSED', reason = 'LEFT', epoch = null, words = 'the subscription ended'
                where id = ?
                  and epoch = ?
                  and state = 'CLAIMED'
                  and not exists (
                    select 1
                    from edition e
                    join subscription p on p.newsletter = e.newsletter and p.subscriber = dispatch.subscriber
                    where e.id = dispatch.edition and p.state = 'CONFIRMED')
                """;
        String suppressed = """
                update dispatch
                set state = 'SUPPRESSED', reason = 'SUPPRESSED', epoch = null,
                  words = 'the address is on the list of those never to mail'
                where id = ?
                  and epoch = ?
                  and state = 'CLAIMED'
                  and exists (
                    select 1
                    from suppression x
                    join subscriber s on s.address = x.address
                    where s.id = dispatch.subscriber)
                """;
        String givenBack = """
                update dispatch
                set state = 'PENDING', not_before = 0, epoch = null
                where id = ?
                  and epoch = ?
                  and state = 'CLAIMED'
                """;
        for (String sql : List.of(left, suppressed, givenBack)) { // the first that fits takes the epoch away
            session.update(sql, next.id().value(), epoch.value());
        }
        Cancelling.one(session, next.id().value());
    }
}
