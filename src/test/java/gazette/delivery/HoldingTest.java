package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.store.memory.MemoryPaceBook;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Two workers of one process, and a store that did what it was asked and could not say so. */
final class HoldingTest {
    private final AtomicBoolean answersGetLost = new AtomicBoolean();
    private final DueOutbox due = new DueOutbox(1);
    private final Outbox outbox = new ForwardingOutbox(due) {
        @Override
        public void release(Epoch epoch, List<Dispatch> unused) {
            super.release(epoch, unused);
            failIfLost();
        }

        @Override
        public Journal journal(Epoch epoch, RetryPolicy policy) {
            Journal journal = super.journal(epoch, policy);
            return (last, next) -> {
                boolean may = journal.turn(last, next);
                failIfLost();
                return may;
            };
        }
    };
    private final Carrier carrier =
            Deliveries.carrier(Deliveries.account("main", 1, 2, 1, Rates.NONE), new NoCourier(), new MemoryPaceBook());
    private final Delivery delivery =
            Deliveries.of(outbox, List.of(carrier), Deliveries.MANNER, new Watch(), Delivery.Until.STOPPED);
    private final Holding one = delivery.holding(carrier);
    private final Holding other = delivery.holding(carrier);

    @Test
    void aClaimThatWasGivenBackWithoutAnAnswerIsNotTakenFromWhoeverHasItNow() {
        one.begin();
        Dispatch dispatch = claimed(one);
        answersGetLost.set(true);
        assertThatThrownBy(one::finish).hasMessage("the answer got lost");
        answersGetLost.set(false);
        other.begin();
        assertThat(claimed(other)).isEqualTo(dispatch);

        one.payDebts();

        assertThat(one.hasDebts()).isFalse();
        assertThat(other.turn(Optional.empty(), Optional.of(dispatch)))
                .as("the claim is still the other one's")
                .isTrue();
    }

    @Test
    void aClaimThatTheStoreCouldNotTakeBackIsOfferedAgain() {
        one.begin();
        claimed(one);
        due.failing(call -> true);
        assertThatThrownBy(one::finish).hasMessage("the store is away");
        due.failing(call -> false);

        one.payDebts();

        assertThat(due.states()).isEqualTo(Map.of(DispatchState.PENDING, 1L));
    }

    @Test
    void aHandOverWhoseAnswerGotLostIsDeferred() {
        one.begin();
        Dispatch dispatch = claimed(one);
        answersGetLost.set(true);
        assertThatThrownBy(() -> one.turn(Optional.empty(), Optional.of(dispatch)))
                .hasMessage("the answer got lost");
        answersGetLost.set(false);

        one.payDebts();

        assertThat(one.hasDebts()).isFalse();
        assertThat(due.states()).isEqualTo(Map.of(DispatchState.DEFERRED, 1L));
    }

    private static Dispatch claimed(Holding holding) {
        assertThat(holding.hasNext()).isTrue();
        return holding.next();
    }

    private void failIfLost() {
        if (answersGetLost.get()) {
            throw new IllegalStateException("the answer got lost");
        }
    }

    /** Whoever holds something here delivers it by hand. */
    private static final class NoCourier implements Courier {
        @Override
        public Parting deliver(Iterator<Dispatch> claimed, Journal journal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void drop() {}
    }
}
