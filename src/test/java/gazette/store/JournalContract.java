package gazette.store;

import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.SLOT;
import static gazette.store.Samples.reader;
import static gazette.store.Samples.readers;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outbox.Trouble;
import gazette.delivery.Outcome;
import gazette.delivery.SuppressionReason;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} promises of the turns that are taken with it. */
abstract class JournalContract extends OutboxStage {

    @Test
    void aTurnHandsTheNextOverAndSettlesTheLast() {
        Edition edition = Samples.filled(world(), 2);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        List<Dispatch> claimed = outbox().claim(epoch, 2);

        assertThat(journal.turn(Optional.empty(), Optional.of(claimed.get(0)))).isTrue();
        assertThat(outbox().tally(edition.id()).in(DispatchState.HANDING_OVER)).isEqualTo(1);
        assertThat(journal.turn(accepted(claimed.get(0)), Optional.of(claimed.get(1))))
                .isTrue();
        journal.turn(accepted(claimed.get(1)), Optional.empty());

        assertThat(outbox().tally(edition.id()))
                .isEqualTo(tally(edition, 2, Map.of(DispatchState.ACCEPTED, 2L), Map.of()));
        assertThat(outbox().troubles(edition.id(), DispatchState.ACCEPTED, 1))
                .containsExactly(new Trouble("reader-1@example.org", DispatchState.ACCEPTED, 1, "250 2.0.0 queued"));
        assertThat(outbox().nextDue()).isEmpty();
    }

    @Test
    void aDeferredDispatchWaitsAndIsTriedUntilRetriesAreUsedUp() {
        Edition edition = Samples.filled(world(), 1);
        Epoch epoch = outbox().enlist(Duration.ofDays(9));
        Journal journal = outbox().journal(epoch, POLICY);

        for (int attempt = 1; attempt <= POLICY.attempts(); attempt++) {
            Dispatch dispatch = outbox().claim(epoch, 1).get(0);
            assertThat(dispatch.attempt()).isEqualTo(attempt);
            journal.turn(Optional.empty(), Optional.of(dispatch));
            journal.turn(settled(dispatch, new Outcome.Deferred("451 later")), Optional.empty());
            Duration wait = POLICY.waitAfter(attempt, dispatch.id());
            Instant due = clock.instant().plus(wait);
            assertThat(outbox().nextDue(edition.id()))
                    .isEqualTo(attempt < POLICY.attempts() ? Optional.of(due) : Optional.empty());
            clock.forward(wait.minusMillis(1));
            assertThat(outbox().claim(epoch, 1)).isEmpty();
            clock.forward(Duration.ofMillis(1));
        }

        assertThat(outbox().claim(epoch, 1)).isEmpty();
        assertThat(outbox().troubles(edition.id(), DispatchState.EXPIRED, 5))
                .containsExactly(new Trouble("reader-1@example.org", DispatchState.EXPIRED, 3, "451 later"));
    }

    @Test
    void theOutcomeOfAnEarlierAttemptThatIsOfferedAgainChangesNothing() {
        Edition edition = Samples.filled(world(), 1);
        Epoch epoch = outbox().enlist(Duration.ofDays(9));
        Journal journal = outbox().journal(epoch, POLICY);
        Dispatch first = outbox().claim(epoch, 1).get(0);
        journal.turn(settled(first, new Outcome.Deferred("451 later")), Optional.empty());
        clock.forward(Duration.ofHours(3));
        Dispatch second = outbox().claim(epoch, 1).get(0);
        journal.turn(Optional.empty(), Optional.of(second));

        journal.turn(settled(first, new Outcome.Deferred("451 later")), Optional.empty());

        assertThat(outbox().tally(edition.id()).in(DispatchState.HANDING_OVER)).isOne();
    }

    @Test
    void eachOutcomeEndsInItsState() {
        Edition edition = Samples.filled(world(), 4);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        List<Outcome> outcomes = List.of(
                new Outcome.Rejected(new SmtpReply(new ReplyCode(550), "5.1.1 no such user")),
                new Outcome.Deferred("450 busy"),
                new Outcome.InDoubt("the connection broke after the dot"),
                new Outcome.Unsendable(SuppressionReason.NEEDS_SMTPUTF8, "the server does not offer SMTPUTF8"));

        List<Dispatch> claimed = outbox().claim(epoch, 4);
        for (int i = 0; i < claimed.size(); i++) {
            journal.turn(settled(claimed.get(i), outcomes.get(i)), Optional.empty());
        }

        assertThat(outbox().tally(edition.id()))
                .isEqualTo(tally(
                        edition,
                        4,
                        Map.of(
                                DispatchState.REJECTED, 1L,
                                DispatchState.DEFERRED, 1L,
                                DispatchState.IN_DOUBT, 1L,
                                DispatchState.SUPPRESSED, 1L),
                        Map.of(SuppressionReason.NEEDS_SMTPUTF8, 1L)));
        assertThat(outbox().troubles(edition.id(), DispatchState.REJECTED, 5))
                .containsExactly(
                        new Trouble("reader-1@example.org", DispatchState.REJECTED, 1, "550 5.1.1 no such user"));
    }

    @Test
    void aMessageInDoubtIsTriedAgainOrHeldAsTheNewsletterSays() {
        world().subscribers().take(readers(1, "1"));
        Edition retried = Samples.rendered(world(), SLOT);
        Edition held = Samples.rendered(world(), SLOT.plus(Duration.ofDays(1)));
        outbox().fill(retried, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty());
        outbox().fill(held, Duration.ZERO, InDoubtPolicy.HOLD, Optional.empty());
        Epoch epoch = outbox().enlist(Duration.ofDays(9));
        Journal journal = outbox().journal(epoch, POLICY);

        for (Dispatch dispatch : outbox().claim(epoch, 2)) {
            journal.turn(Optional.empty(), Optional.of(dispatch));
            journal.turn(settled(dispatch, new Outcome.InDoubt("lost")), Optional.empty());
        }
        clock.forward(Duration.ofDays(1));

        assertThat(outbox().tally(held.id()).in(DispatchState.HELD)).isEqualTo(1);
        assertThat(outbox().claim(epoch, 2)).extracting(Dispatch::edition).containsExactly(retried.id());
    }

    @Test
    void aReaderWhoLeftIsNotHandedOver() {
        Edition edition = Samples.filled(world(), 2);
        Epoch epoch = enlist();
        List<Dispatch> claimed = outbox().claim(epoch, 2);
        world().subscribers().leave(NEWSLETTER, claimed.get(0).subscriber().id());
        world().suppress(reader(2));

        assertThat(outbox().journal(epoch, POLICY).turn(Optional.empty(), Optional.of(claimed.get(0))))
                .isFalse();
        assertThat(outbox().journal(epoch, POLICY).turn(Optional.empty(), Optional.of(claimed.get(1))))
                .isFalse();

        assertThat(outbox().tally(edition.id()).suppressed())
                .isEqualTo(Map.of(SuppressionReason.LEFT, 1L, SuppressionReason.SUPPRESSED, 1L));
    }

    @Test
    void aPausedEditionIsNotHandedOverAndGoesOnWhereItWas() {
        Edition edition = Samples.filled(world(), 2);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        List<Dispatch> claimed = outbox().claim(epoch, 2);
        journal.turn(Optional.empty(), Optional.of(claimed.get(0)));
        world().editions().pause(edition.id(), "for a test");

        assertThat(journal.turn(accepted(claimed.get(0)), Optional.of(claimed.get(1))))
                .isFalse();
        world().editions().resume(edition.id());

        assertThat(outbox().tally(edition.id()).in(DispatchState.ACCEPTED)).isEqualTo(1);
        assertThat(outbox().claim(epoch, 2)).containsExactly(claimed.get(1));
    }

    @Test
    void theSameDispatchIsNotHandedOverTwice() {
        Samples.filled(world(), 1);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        Dispatch dispatch = outbox().claim(epoch, 1).get(0);

        assertThat(journal.turn(Optional.empty(), Optional.of(dispatch))).isTrue();
        assertThat(journal.turn(Optional.empty(), Optional.of(dispatch))).isFalse();
    }
}
