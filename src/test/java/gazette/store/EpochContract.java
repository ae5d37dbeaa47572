package gazette.store;

import static gazette.store.Samples.SLOT;
import static gazette.store.Samples.readers;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.Outbox.Trouble;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} promises of workers that die, or seem to. */
abstract class EpochContract extends OutboxStage {

    @Test
    void aWorkerThatIsPresumedDeadCanNeitherClaimNorHandOverNorSettle() {
        Edition edition = Samples.filled(world(), 3);
        Epoch dead = enlist();
        Journal journal = outbox().journal(dead, POLICY);
        List<Dispatch> claimed = outbox().claim(dead, 2);
        journal.turn(Optional.empty(), Optional.of(claimed.get(0)));
        clock.forward(LEASE);

        assertThat(outbox().takeBack()).isEqualTo(2);

        assertThat(outbox().renew(dead, LEASE)).isFalse();
        assertThat(outbox().claim(dead, 9)).isEmpty();
        assertThat(journal.turn(accepted(claimed.get(0)), Optional.of(claimed.get(1))))
                .isFalse();
        assertThat(outbox().tally(edition.id()))
                .isEqualTo(tally(edition, 3, Map.of(DispatchState.PENDING, 2L, DispatchState.IN_DOUBT, 1L), Map.of()));
    }

    @Test
    void whatWasTakenBackFromADeadWorkerIsNotItsOwnEvenWhenAnotherHasClaimedIt() {
        Edition edition = Samples.filled(world(), 1);
        Epoch dead = enlist();
        Dispatch dispatch = outbox().claim(dead, 1).get(0);
        clock.forward(LEASE);
        outbox().takeBack();
        Epoch alive = enlist();
        assertThat(outbox().claim(alive, 1)).containsExactly(dispatch);

        assertThat(outbox().journal(dead, POLICY).turn(Optional.empty(), Optional.of(dispatch)))
                .isFalse();
        outbox().journal(dead, POLICY).turn(accepted(dispatch), Optional.empty());

        assertThat(outbox().tally(edition.id()).in(DispatchState.CLAIMED)).isEqualTo(1);
        assertThat(outbox().journal(alive, POLICY).turn(Optional.empty(), Optional.of(dispatch)))
                .isTrue();
    }

    @Test
    void aLeaseThatRanOutStopsTheNextHandOverAndGivesItsClaimBack() {
        Edition edition = Samples.filled(world(), 2);
        Epoch late = enlist();
        Journal journal = outbox().journal(late, POLICY);
        List<Dispatch> claimed = outbox().claim(late, 2);
        journal.turn(Optional.empty(), Optional.of(claimed.get(0)));
        clock.forward(LEASE);

        assertThat(journal.turn(accepted(claimed.get(0)), Optional.of(claimed.get(1))))
                .isFalse();

        assertThat(outbox().tally(edition.id()))
                .as("its own outcome is a fact as long as nobody took it back")
                .isEqualTo(tally(edition, 2, Map.of(DispatchState.ACCEPTED, 1L, DispatchState.PENDING, 1L), Map.of()));
    }

    @Test
    void aRenewedLeaseIsNotTakenBack() {
        Edition edition = Samples.filled(world(), 1);
        Epoch epoch = enlist();
        outbox().claim(epoch, 1);
        clock.forward(LEASE.minusSeconds(1));
        assertThat(outbox().renew(epoch, LEASE)).isTrue();
        clock.forward(LEASE.minusSeconds(1));

        assertThat(outbox().takeBack()).isZero();
        assertThat(outbox().tally(edition.id()).in(DispatchState.CLAIMED)).isEqualTo(1);
    }

    @Test
    void theHolderOfTheLockTakesBackFromEverybodyElse() {
        Edition edition = Samples.filled(world(), 3);
        Epoch other = enlist();
        outbox().journal(other, POLICY)
                .turn(Optional.empty(), Optional.of(outbox().claim(other, 2).get(0)));
        Epoch mine = enlist();
        outbox().claim(mine, 1);

        assertThat(outbox().takeBackAllBut(mine)).isEqualTo(2);

        assertThat(outbox().renew(other, LEASE)).isFalse();
        assertThat(outbox().tally(edition.id()))
                .isEqualTo(tally(
                        edition,
                        3,
                        Map.of(
                                DispatchState.CLAIMED, 1L,
                                DispatchState.PENDING, 1L,
                                DispatchState.IN_DOUBT, 1L),
                        Map.of()));
    }

    @Test
    void aWorkerThatLeavesGivesBackWhatItHas() {
        world().subscribers().take(readers(2, "1"));
        Edition edition = Samples.rendered(world(), SLOT);
        outbox().fill(edition, Duration.ZERO, InDoubtPolicy.HOLD, Optional.empty());
        Epoch epoch = enlist();
        outbox().journal(epoch, POLICY)
                .turn(Optional.empty(), Optional.of(outbox().claim(epoch, 2).get(0)));

        outbox().leave(epoch);

        assertThat(outbox().tally(edition.id()))
                .isEqualTo(tally(edition, 2, Map.of(DispatchState.PENDING, 1L, DispatchState.HELD, 1L), Map.of()));
        assertThat(outbox().troubles(edition.id(), DispatchState.HELD, 9))
                .extracting(Trouble::attempts)
                .containsExactly(1);
        assertThat(enlist().value()).isGreaterThan(epoch.value());
    }

    @Test
    void aHandOverThatWasCutOffCountsAsAnAttempt() {
        Samples.filled(world(), 1);
        Epoch epoch = enlist();
        outbox().journal(epoch, POLICY)
                .turn(Optional.empty(), Optional.of(outbox().claim(epoch, 1).get(0)));
        outbox().leave(epoch);

        assertThat(outbox().nextDue()).contains(clock.instant());
        assertThat(outbox().claim(enlist(), 1)).extracting(Dispatch::attempt).containsExactly(2);
    }
}
