package gazette.store;

import static gazette.store.Samples.ACCEPTED;

import gazette.delivery.Audience;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An outbox with a clock in the test's hand, for the contracts about it. */
abstract class OutboxStage {
    static final Duration LEASE = Duration.ofSeconds(30);
    static final RetryPolicy POLICY = new RetryPolicy(Duration.ofMinutes(2), Duration.ofHours(2), 3);

    final HandClock clock = new HandClock();
    private @Nullable World opened;

    abstract World world(Clock clock);

    @BeforeEach
    void open() {
        opened = world(clock);
    }

    @AfterEach
    void close() {
        world().close();
    }

    World world() {
        return Objects.requireNonNull(opened);
    }

    Outbox outbox() {
        return world().outbox();
    }

    Epoch enlist() {
        return outbox().enlist(LEASE);
    }

    Audience fill(Edition edition) {
        return outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty());
    }

    static Optional<Settled> accepted(Dispatch dispatch) {
        return settled(dispatch, ACCEPTED);
    }

    static Optional<Settled> settled(Dispatch dispatch, Outcome outcome) {
        return Optional.of(new Settled(dispatch, outcome));
    }

    static Tally tally(
            Edition edition, long audience, Map<DispatchState, Long> states, Map<SuppressionReason, Long> suppressed) {
        return new Tally(edition.id(), audience, states, suppressed);
    }

    /** Hands over as many as there are outcomes. */
    final void deliver(Outcome... outcomes) {
        Epoch epoch = enlist();
        List<Dispatch> claimed = outbox().claim(epoch, outcomes.length);
        Journal journal = outbox().journal(epoch, POLICY);
        for (int i = 0; i < claimed.size(); i++) {
            journal.turn(Optional.empty(), Optional.of(claimed.get(i)));
            journal.turn(Optional.of(new Settled(claimed.get(i), outcomes[i])), Optional.empty());
        }
        outbox().leave(epoch);
    }
}
