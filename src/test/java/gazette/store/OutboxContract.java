package gazette.store;

import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.SLOT;
import static gazette.store.Samples.reader;
import static gazette.store.Samples.readers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.delivery.AnswerCode;
import gazette.delivery.Answers;
import gazette.delivery.Audience;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.Ended;
import gazette.delivery.Epoch;
import gazette.delivery.Gate;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.Outbox.DomainCount;
import gazette.delivery.Outcome;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.ArticleLimits;
import gazette.edition.Composition.Composed;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Notes;
import gazette.mail.EmailAddress;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import gazette.subscriber.ListRow;
import gazette.subscriber.Subscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} promises of who is owed what, and of who may be claimed when. */
abstract class OutboxContract extends OutboxStage {
    @Test
    void theAudienceIsWhoeverIsConfirmedForTheCadenceAndNotSuppressed() {
        world().subscribers()
                .take(Samples.list(
                        "1",
                        List.of(
                                Samples.row(1),
                                Samples.row(2, "", Optional.of("weekly")),
                                Samples.row(3),
                                Samples.row(4),
                                Samples.row(5))));
        world().suppress(reader(3));
        world().subscribers().remove(NEWSLETTER, reader(4));
        Edition edition = Samples.rendered(world(), SLOT);

        Audience audience = fill(edition);

        assertThat(audience).isEqualTo(new Audience(edition.id(), 2));
        assertThat(outbox().claim(enlist(), 10))
                .extracting(Dispatch::subscriber)
                .extracting(Subscriber::address)
                .containsExactly(reader(1), reader(5));
        assertThat(outbox().audience(NEWSLETTER, "daily")).containsExactly(new DomainCount("example.org", 2));
        assertThat(outbox().hasAudience(NEWSLETTER, "daily")).isTrue();
        assertThat(outbox().hasAudience(NEWSLETTER, "monthly")).isFalse();
        assertThat(outbox().audience(NEWSLETTER, "monthly")).isEmpty();
    }

    @Test
    void fillingAgainChangesNothing() {
        Edition edition = Samples.filled(world(), 3);
        world().subscribers().take(readers(5, "more"));

        Audience again = outbox().fill(edition, Duration.ofDays(1), InDoubtPolicy.HOLD, Optional.of(1));

        assertThat(again.size()).isEqualTo(3);
        assertThat(outbox().claim(enlist(), 10))
                .hasSize(3)
                .extracting(Dispatch::inDoubt)
                .containsOnly(InDoubtPolicy.RETRY);
    }

    @Test
    void anEditionThatIsNotRenderedCannotBeFilled() {
        world().pickUp(Samples.article(1));
        Composed composed = (Composed) world().editions()
                .resumeOrCompose(Samples.newsletter(new ArticleLimits(1, 1)), Samples.DAILY, SLOT, Notes.NONE);

        assertThatThrownBy(() -> fill(composed.edition())).isInstanceOf(IllegalStateException.class);
        assertThat(outbox().tally(composed.edition().id())).isEqualTo(tally(composed.edition(), 0, Map.of(), Map.of()));
    }

    @Test
    void anEditionWithoutReadersHasAnEmptyAudience() {
        Edition edition = Samples.rendered(world(), SLOT);

        assertThat(fill(edition).size()).isZero();
        assertThat(fill(edition).size()).isZero();
        assertThat(outbox().nextDue()).isEmpty();
    }

    @Test
    void readersAreCountedByDomainTheLargestFirst() {
        world().subscribers()
                .take(Samples.list("1", List.of(Samples.row(1), Samples.row(2), other(3), other(4), other(5))));

        assertThat(outbox().audience(NEWSLETTER, "daily"))
                .containsExactly(new DomainCount("example.com", 3), new DomainCount("example.org", 2));
    }

    private static ListRow other(int number) {
        return new ListRow(
                number + 1L,
                EmailAddress.of("reader-" + number + "@example.com"),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    @Test
    void aClaimSaysAllThatAMessageNeedsAndIsNotClaimedTwice() {
        Edition edition = Samples.filled(world(), 3);
        Epoch epoch = enlist();

        List<Dispatch> claimed = outbox().claim(epoch, 2);

        assertThat(claimed).hasSize(2);
        Dispatch first = claimed.get(0);
        assertThat(first.edition()).isEqualTo(edition.id());
        assertThat(first.attempt()).isEqualTo(1);
        assertThat(first.subscriber().address()).isEqualTo(reader(1));
        assertThat(first.subscriber().name()).isEqualTo("Lectrice 1");
        assertThat(first.subscriber().language()).isEqualTo(Samples.row(1).language());
        assertThat(first.subscriber().since()).isEqualTo(Samples.row(1).since());
        assertThat(first.subscriber().topics()).isEqualTo(Samples.row(1).topics());
        assertThat(first.subscriber().fields()).isEqualTo(Samples.row(1).fields());
        assertThat(world().subscribers().address(NEWSLETTER, first.subscriber().id()))
                .contains(reader(1));
        assertThat(outbox().claim(epoch, 10)).hasSize(1);
        assertThat(outbox().claim(epoch, 10)).isEmpty();
        assertThat(outbox().tally(edition.id()).in(DispatchState.CLAIMED)).isEqualTo(3);
    }

    @Test
    void nothingLeavesBeforeTheCoolDownHasPassed() {
        world().subscribers().take(readers(1, "1"));
        Edition edition = Samples.rendered(world(), SLOT);
        outbox().fill(edition, Duration.ofMinutes(2), InDoubtPolicy.RETRY, Optional.empty());
        Epoch epoch = outbox().enlist(Duration.ofHours(1));

        assertThat(outbox().claim(epoch, 1)).isEmpty();
        assertThat(outbox().nextDue()).contains(clock.instant().plus(Duration.ofMinutes(2)));
        clock.forward(Duration.ofMinutes(2));

        assertThat(outbox().claim(epoch, 1)).hasSize(1);
    }

    @Test
    void aFirstWaveEndsAndTheRestWaitsUntilTheEditionIsResumed() {
        world().subscribers().take(readers(5, "1"));
        Edition edition = Samples.rendered(world(), SLOT);
        outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.of(2));
        Epoch epoch = enlist();

        assertThat(outbox().claim(epoch, 10)).hasSize(2);
        assertThat(outbox().claim(epoch, 10)).isEmpty();
        assertThat(outbox().nextDue(edition.id())).isEmpty();
        assertThat(world().editions().resume(edition.id())).isTrue();
        assertThat(world().editions().resume(edition.id()))
                .as("nothing is left to resume")
                .isFalse();

        assertThat(outbox().claim(epoch, 10)).hasSize(3);
    }

    @Test
    void anotherWaveIsSoManyMoreAndTheRestWaitsAgain() {
        world().subscribers().take(readers(6, "1"));
        Edition edition = Samples.rendered(world(), SLOT);
        outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.of(2));
        Epoch epoch = enlist();
        assertThat(outbox().claim(epoch, 1)).hasSize(1);
        assertThat(outbox().heldBack(edition.id())).isEqualTo(4);

        assertThat(world().editions().resume(edition.id(), Optional.of(3))).isTrue();

        assertThat(outbox().heldBack(edition.id())).isEqualTo(2);
        assertThat(outbox().claim(epoch, 10)).hasSize(3);
        assertThat(world().editions().resume(edition.id(), Optional.of(2))).isTrue();
        assertThat(outbox().heldBack(edition.id())).as("all are within it").isZero();
        assertThat(outbox().claim(epoch, 10)).hasSize(2);
    }

    @Test
    void aCancelledEditionIsOwedToNobodyAnyMore() {
        Edition edition = Samples.filled(world(), 5);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        List<Dispatch> claimed = outbox().claim(epoch, 3);
        journal.turn(Optional.empty(), Optional.of(claimed.get(0)));
        journal.turn(accepted(claimed.get(0)), Optional.of(claimed.get(1)));

        assertThat(outbox().cancel(edition.id())).isTrue();
        assertThat(outbox().cancel(edition.id())).as("a double click").isFalse();

        assertThat(journal.turn(accepted(claimed.get(1)), Optional.of(claimed.get(2))))
                .as("what was in the gap counts, what was not does not go")
                .isFalse();
        assertThat(outbox().tally(edition.id()))
                .isEqualTo(tally(
                        edition,
                        5,
                        Map.of(DispatchState.ACCEPTED, 2L, DispatchState.SUPPRESSED, 3L),
                        Map.of(SuppressionReason.CANCELLED, 3L)));
        assertThat(world().editions().resume(edition.id())).isFalse();
        assertThat(world().editions().pause(edition.id(), "late")).isFalse();
        assertThat(outbox().nextDue()).isEmpty();
        assertThat(fill(edition).size()).isEqualTo(5);
    }

    @Test
    void whatComesBackFromAWorkerAfterACancelDoesNotWait() {
        Edition edition = Samples.filled(world(), 4);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        List<Dispatch> claimed = outbox().claim(epoch, 4);
        journal.turn(Optional.empty(), Optional.of(claimed.get(0)));
        journal.turn(Optional.empty(), Optional.of(claimed.get(1)));
        outbox().cancel(edition.id());

        journal.turn(settled(claimed.get(0), new Outcome.Deferred("451 later")), Optional.empty());
        outbox().release(epoch, List.of(claimed.get(2)));
        outbox().leave(epoch);

        Tally tally = outbox().tally(edition.id());
        assertThat(tally.suppressed()).isEqualTo(Map.of(SuppressionReason.CANCELLED, 3L));
        assertThat(tally.in(DispatchState.HELD)).as("the peer may have it").isEqualTo(1);
        assertThat(tally.waiting()).isZero();
    }

    @Test
    void anEditionWithoutAudienceCanBeCancelledAndIsNeverFilled() {
        world().subscribers().take(readers(2, "1"));
        Edition edition = Samples.rendered(world(), SLOT);

        assertThat(outbox().cancel(edition.id())).isTrue();

        assertThat(fill(edition).size()).isZero();
        assertThat(world().editions().unfinished(NEWSLETTER, "daily")).isEmpty();
        assertThat(outbox().claim(enlist(), 9)).isEmpty();
    }

    @Test
    void onlyWhoWasRefusedAndHasNotLeftIsTriedAgain() {
        Edition edition = Samples.filled(world(), 5);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        List<Dispatch> claimed = outbox().claim(epoch, 5);
        journal.turn(accepted(claimed.get(0)), Optional.empty());
        journal.turn(settled(claimed.get(1), rejected("5.7.1 spam")), Optional.empty());
        journal.turn(settled(claimed.get(2), rejected("5.1.1 unknown")), Optional.empty());
        journal.turn(settled(claimed.get(3), rejected("5.7.1 spam")), Optional.empty());
        world().subscribers().leave(NEWSLETTER, claimed.get(3).subscriber().id());
        Optional<AnswerCode> spam = Optional.of(new AnswerCode("5.7.1"));

        assertThat(outbox().putBack(edition.id(), Ended.REJECTED, spam)).isOne();
        assertThat(outbox().putBack(edition.id(), Ended.REJECTED, spam))
                .as("a second person's click")
                .isZero();

        assertThat(outbox().claim(epoch, 9))
                .singleElement()
                .satisfies(again -> assertThat(again.attempt()).isOne())
                .extracting(Dispatch::id)
                .isEqualTo(claimed.get(1).id());
        assertThat(outbox().tally(edition.id()).in(DispatchState.ACCEPTED)).isOne();
    }

    @Test
    void whomNoServerWasShownIsTriedAgainForTheReasonThatIsNamedUnlessTheyLeft() {
        Edition edition = Samples.filled(world(), 5);
        Epoch epoch = enlist();
        Journal journal = outbox().journal(epoch, POLICY);
        List<Dispatch> claimed = outbox().claim(epoch, 5);
        journal.turn(settled(claimed.get(0), unsendable(SuppressionReason.TOO_LARGE)), Optional.empty());
        journal.turn(settled(claimed.get(1), unsendable(SuppressionReason.NEEDS_SMTPUTF8)), Optional.empty());
        journal.turn(settled(claimed.get(2), unsendable(SuppressionReason.TOO_LARGE)), Optional.empty());
        journal.turn(settled(claimed.get(3), rejected("5.3.4 too big")), Optional.empty());
        world().subscribers().leave(NEWSLETTER, claimed.get(2).subscriber().id());
        Optional<AnswerCode> any = Optional.empty();

        assertThat(outbox().putBack(edition.id(), Ended.CANNOT_BE_RENDERED, any))
                .isZero();
        assertThat(outbox().putBack(edition.id(), Ended.TOO_LARGE, Optional.of(new AnswerCode("5.3.4"))))
                .as("no server said anything of it")
                .isZero();
        assertThat(outbox().putBack(edition.id(), Ended.TOO_LARGE, any)).isOne();

        assertThat(outbox().tally(edition.id()).suppressed())
                .isEqualTo(Map.of(SuppressionReason.TOO_LARGE, 1L, SuppressionReason.NEEDS_SMTPUTF8, 1L));
        assertThat(outbox().claim(epoch, 9))
                .singleElement()
                .satisfies(again -> assertThat(again.attempt()).isOne())
                .extracting(Dispatch::id)
                .isEqualTo(claimed.get(0).id());
    }

    private static Outcome unsendable(SuppressionReason reason) {
        return new Outcome.Unsendable(reason, "the server cannot take it");
    }

    private static Outcome rejected(String words) {
        return new Outcome.Rejected(new SmtpReply(new ReplyCode(550), words));
    }

    @Test
    void anAnswerIsKeptInTheServersWordsAndWithItsTime() {
        Edition edition = Samples.filled(world(), 2);
        Epoch epoch = enlist();
        List<Dispatch> claimed = outbox().claim(epoch, 2);
        clock.forward(Duration.ofSeconds(3));
        outbox().journal(epoch, POLICY)
                .turn(settled(claimed.get(0), rejected("5.1.1 <" + reader(1) + "> unknown")), Optional.empty());

        List<DispatchRow> rejected = new ArrayList<>();
        outbox().each(edition.id(), EnumSet.of(DispatchState.REJECTED), rejected::add);

        assertThat(rejected)
                .containsExactly(new DispatchRow(
                        reader(1).toString(),
                        DispatchState.REJECTED,
                        Optional.empty(),
                        1,
                        Optional.of(clock.instant()),
                        "550 5.1.1 <" + reader(1) + "> unknown",
                        Optional.empty()));
        assertThat(outbox().answers(edition.id(), 9))
                .containsExactly(new Answers.Count(DispatchState.REJECTED, "550 5.1.1 … unknown", 1));
        assertThat(outbox().domains(edition.id(), 9))
                .containsExactly(
                        new DomainTally("example.org", 2, 0, 0, 1, 1, "550 5.1.1 <" + reader(1) + "> unknown"));
    }

    @Test
    void aFirstWaveLargerThanTheAudienceHoldsNobodyBack() {
        world().subscribers().take(readers(2, "1"));
        Edition edition = Samples.rendered(world(), SLOT);

        outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.of(100));

        assertThat(outbox().claim(enlist(), 10)).hasSize(2);
    }

    @Test
    void aPausedEditionIsNotClaimedUntilItIsResumed() {
        Edition edition = Samples.filled(world(), 2);
        world().editions().pause(edition.id(), "for a test");

        assertThat(outbox().claim(enlist(), 10)).isEmpty();
        assertThat(outbox().nextDue()).isEmpty();
        world().editions().resume(edition.id());

        assertThat(outbox().nextDue()).contains(clock.instant());
        assertThat(outbox().claim(enlist(), 10)).hasSize(2);
    }

    @Test
    void whoeverLeftOrWasSuppressedSinceIsNotClaimedAndTheNextOnesAre() {
        Edition edition = Samples.filled(world(), 5);
        world().subscribers().remove(NEWSLETTER, reader(1));
        world().subscribers().remove(NEWSLETTER, reader(2));
        world().suppress(reader(3));

        List<Dispatch> claimed = outbox().claim(enlist(), 2);

        assertThat(claimed).isNotEmpty();
        assertThat(claimed).extracting(d -> d.subscriber().address()).isSubsetOf(reader(4), reader(5));
        assertThat(outbox().tally(edition.id()).suppressed().get(SuppressionReason.LEFT))
                .isEqualTo(2);
        outbox().claim(enlist(), 9);
        assertThat(outbox().tally(edition.id()).suppressed())
                .isEqualTo(Map.of(SuppressionReason.LEFT, 2L, SuppressionReason.SUPPRESSED, 1L));
        assertThat(outbox().tally(edition.id()).balances()).isTrue();
    }

    @Test
    void editionsAreClaimedInTheOrderInWhichTheyWereFilled() {
        Edition first = Samples.filled(world(), 2);
        Edition second = Samples.rendered(world(), SLOT.plus(Duration.ofDays(1)));
        fill(second);

        assertThat(outbox().claim(enlist(), 3))
                .extracting(Dispatch::edition)
                .containsExactly(first.id(), first.id(), second.id());
    }

    @Test
    void claimsThatWereGivenBackAreNotCountedAsAttempts() {
        Samples.filled(world(), 2);
        Epoch epoch = enlist();
        List<Dispatch> claimed = outbox().claim(epoch, 2);

        outbox().release(epoch, claimed);

        assertThat(outbox().claim(epoch, 2)).isEqualTo(claimed);
    }

    @Test
    void claimsOfAnotherEpochCannotBeGivenBack() {
        Edition edition = Samples.filled(world(), 1);
        List<Dispatch> claimed = outbox().claim(enlist(), 1);

        outbox().release(enlist(), claimed);

        assertThat(outbox().tally(edition.id()).in(DispatchState.CLAIMED)).isEqualTo(1);
    }

    @Test
    void whoeverTheGatePutsOffIsDueLaterAndTheAttemptIsNotCounted() {
        Samples.filled(world(), 3);
        Epoch epoch = outbox().enlist(Duration.ofHours(1));
        Gate closed = domain -> Optional.of(Duration.ofSeconds(20));

        assertThat(outbox().claim(epoch, 10, closed)).isEmpty();
        assertThat(outbox().claim(epoch, 10)).isEmpty();
        assertThat(outbox().nextDue())
                .hasValueSatisfying(due -> assertThat(due)
                        .isBetween(
                                clock.instant().plusSeconds(20),
                                clock.instant().plusSeconds(20).plusMillis(1)));
        clock.forward(Duration.ofMillis(20_001));

        assertThat(outbox().claim(epoch, 10)).extracting(Dispatch::attempt).containsExactly(1, 1, 1);
    }

    @Test
    void behindThoseThatWaitNoMoreAreClaimedThanWereAskedForAndNobodyElseIsAskedFor() {
        Samples.filled(world(), 40);
        Epoch epoch = enlist();
        AtomicInteger asked = new AtomicInteger();
        Gate openFromTheFourth = domain -> asked.incrementAndGet() <= 3 ? Optional.of(Duration.ZERO) : Optional.empty();

        assertThat(outbox().claim(epoch, 3, openFromTheFourth)).hasSize(3);

        assertThat(asked).as("each who is let through is counted").hasValue(6);
        assertThat(outbox().claim(epoch, 100)).hasSize(37);
    }

    @Test
    void whoeverTheGateLeavesToOthersIsDueForThem() {
        Samples.filled(world(), 3);
        Epoch epoch = enlist();

        assertThat(outbox().claim(epoch, 10, domain -> Optional.of(Duration.ZERO)))
                .isEmpty();

        assertThat(outbox().claim(epoch, 10)).hasSize(3);
    }

    @Test
    void theGateIsAskedForTheRecipientsDomainAndThoseBehindAClosedOnePass() {
        world().subscribers()
                .take(Samples.list("1", List.of(other(1), other(2), other(3), Samples.row(4), Samples.row(5))));
        fill(Samples.rendered(world(), SLOT));
        Gate closed = domain -> domain.equals("example.com") ? Optional.of(Duration.ofSeconds(20)) : Optional.empty();

        Epoch epoch = enlist();
        List<Dispatch> claimed = new ArrayList<>(outbox().claim(epoch, 2, closed));
        claimed.addAll(outbox().claim(epoch, 2, closed));

        assertThat(claimed).extracting(d -> d.subscriber().address()).containsExactly(reader(4), reader(5));
    }
}
