package gazette.store;

import gazette.delivery.Dispatch;
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
import java.util.List;
import java.util.Optional;

/** The turns of one epoch. Every write checks the epoch, so that a worker presumed dead overwrites nothing. */
final class JdbcJournal implements Journal {
    private final GroupCommit turns;
    private final Epoch epoch;
    private final RetryPolicy policy;
    private final Clock clock;

    JdbcJournal(GroupCommit turns, Epoch epoch, RetryPolicy policy, Clock clock) {
        this.turns = turns;
        this.epoch = epoch;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public boolean turn(Optional<Settled> last, Optional<Dispatch> next) {
        return turns.commit(session -> {
            if (last.isPresent()) {
                settle(session, last.get());
            }
            if (next.isEmpty() || handOver(session, next.get())) {
                return true;
            }
            refuse(session, next.get());
            return false;
        });
    }

    /** Changes nothing when the claim is no longer this epoch's: whoever took it back has decided already. */
    private void settle(Session session, Settled settled) throws SQLException {
        String sql = """
                update dispatch
                set state = ?, reason = ?, not_before = ?, words = ?, answered_at = ?, attempts = attempts + 1, epoch = null
                where id = ?
                  and epoch = ?
                  and state in ('HANDING_OVER', 'CLAIMED')
                  and attempts = ?
                """;
        Dispatch dispatch = settled.dispatch();
        Outcome outcome = settled.outcome();
        DispatchState state = outcome.next(dispatch, policy);
        session.update(
                sql,
                state,
                reason(outcome),
                notBefore(state, dispatch),
                outcome.words(),
                clock.instant(),
                dispatch.id().value(),
                epoch.value(),
                dispatch.attempt() - 1);
        if (!state.isFinal()) {
            Cancelling.one(session, dispatch.id().value());
        }
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

    /** The intent, written down before the act: from this commit on the peer may have the message. */
    private boolean handOver(Session session, Dispatch next) throws SQLException {
        String sql = """
                update dispatch
                set state = 'HANDING_OVER'
                where id = ?
                  and epoch = ?
                  and state = 'CLAIMED'
                  and exists (
                    select 1
                    from worker w
                    where w.epoch = dispatch.epoch and w.lease_until > ?)
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
        return session.update(sql, next.id().value(), epoch.value(), clock.instant()) == 1;
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
