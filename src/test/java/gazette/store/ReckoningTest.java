package gazette.store;

import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.SLOT;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.AnswerCode;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchState;
import gazette.delivery.Ended;
import gazette.delivery.Epoch;
import gazette.delivery.Outbox;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody is accounted for, whatever happens in whatever order; and the fake reckons like the database. */
final class ReckoningTest {
    private static final int READERS = 60;
    private static final int STEPS = 1_000;
    private static final List<Ended> ENDED = List.of(Ended.values());
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final RetryPolicy POLICY = new RetryPolicy(Duration.ofMinutes(2), Duration.ofHours(2), 4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSumHoldsAfterEveryStepInTheDatabaseAndInMemory(long seed) {
        HandClock clock = new HandClock();
        try (World database = new SqliteWorld(folder, clock);
                World memory = new MemoryWorld(clock)) {
            Random forDatabase = new Random(seed);
            Random forMemory = new Random(seed);
            Run one = new Run(database, forDatabase);
            Run other = new Run(memory, forMemory);
            for (int step = 0; step < STEPS; step++) {
                one.step();
                other.step();
                if (seed == 3 && step == STEPS * 3 / 4) {
                    assertThat(one.cancel()).isEqualTo(other.cancel()).isTrue();
                }
                clock.forward(Duration.ofSeconds(7));

                Tally tally = database.outbox().tally(one.edition.id());
                assertThat(tally.balances())
                        .as("seed %s, step %s: %s", seed, step, tally)
                        .isTrue();
                assertThat(tally.audience()).isEqualTo(READERS);
                assertThat(memory.outbox().tally(other.edition.id()))
                        .as("seed %s, step %s", seed, step)
                        .isEqualTo(tally);
                assertThat(memory.outbox().nextDue())
                        .as("seed %s, step %s", seed, step)
                        .isEqualTo(database.outbox().nextDue());
                assertThat(other.standing()).as("seed %s, step %s", seed, step).isEqualTo(one.standing());
            }
            assertThat(one.drain(clock).waiting()).isZero();
        }
    }

    /** A store with an edition on its way, and a few workers that do anything at any time. */
    private static final class Run {
        private final World world;
        private final Outbox outbox;
        private final Random random;
        private final Edition edition;
        private final List<Epoch> epochs = new ArrayList<>();
        private final List<Dispatch> claimed = new ArrayList<>();

        Run(World world, Random random) {
            this.world = world;
            this.outbox = world.outbox();
            this.random = random;
            world.subscribers().take(Samples.readers(READERS, "1"));
            this.edition = Samples.rendered(world, SLOT);
            outbox.fill(edition, Duration.ofSeconds(20), InDoubtPolicy.RETRY, Optional.of(READERS / 2));
        }

        void step() {
            switch (random.nextInt(15)) {
                case 0 -> epochs.add(outbox.enlist(LEASE));
                case 1, 2, 3 -> claim();
                case 4, 5, 6, 7 -> turn();
                case 8 -> outbox.release(epoch(), List.of());
                case 9 -> outbox.takeBack();
                case 10 -> leaveOrTakeBack();
                case 11 -> pauseOrResume();
                case 12 -> world.subscribers().leave(NEWSLETTER, random.nextInt(READERS * 20));
                case 13 -> putBack();
                default -> outbox.renew(epoch(), LEASE);
            }
        }

        private Epoch epoch() {
            return epochs.isEmpty() ? new Epoch(0) : epochs.get(random.nextInt(epochs.size()));
        }

        private void claim() {
            claimed.addAll(outbox.claim(epoch(), 1 + random.nextInt(3)));
        }

        private void turn() {
            Optional<Settled> last = dispatch().map(dispatch -> new Settled(dispatch, outcome()));
            outbox.journal(epoch(), POLICY).turn(last, dispatch());
        }

        private Optional<Dispatch> dispatch() {
            return claimed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(claimed.get(Math.max(0, claimed.size() - 1 - random.nextInt(8))));
        }

        private Outcome outcome() {
            return switch (random.nextInt(5)) {
                case 0 -> Samples.ACCEPTED;
                case 1 -> new Outcome.Rejected(new SmtpReply(new ReplyCode(550), "5.1.1 no"));
                case 2 -> new Outcome.InDoubt("lost");
                case 3 ->
                    random.nextInt(4) == 0
                            ? new Outcome.Unsendable(SuppressionReason.CANNOT_BE_RENDERED, "no")
                            : Samples.ACCEPTED;
                default -> new Outcome.Deferred("451 later");
            };
        }

        private void leaveOrTakeBack() {
            switch (random.nextInt(3)) {
                case 0 -> outbox.leave(epoch());
                case 1 -> outbox.takeBackAllBut(epoch());
                default -> outbox.release(epoch(), List.copyOf(claimed));
            }
        }

        private void pauseOrResume() {
            if (random.nextInt(3) == 0) {
                world.editions().pause(edition.id(), "for a test");
            } else {
                world.editions().resume(edition.id(), Optional.of(1 + random.nextInt(READERS)));
            }
        }

        private void putBack() {
            Ended ended = ENDED.get(random.nextInt(ENDED.size()));
            Optional<AnswerCode> code = random.nextBoolean() ? Optional.of(new AnswerCode("5.1.1")) : Optional.empty();
            outbox.putBack(edition.id(), ended, code);
        }

        boolean cancel() {
            return outbox.cancel(edition.id());
        }

        /** All that can be asked about the edition, but its tally and who is who. */
        List<Object> standing() {
            List<Object> all = new ArrayList<>();
            outbox.each(
                    edition.id(),
                    EnumSet.allOf(DispatchState.class),
                    row -> all.add(List.of(
                            row.state(),
                            row.reason(),
                            row.attempts(),
                            row.answeredAt(),
                            row.words(),
                            row.notBefore())));
            all.addAll(outbox.answers(edition.id(), 100));
            all.addAll(outbox.domains(edition.id(), 100));
            all.add(outbox.heldBack(edition.id()));
            all.add(world.editions().summary(edition.id()).orElseThrow());
            return all;
        }

        /** Accepts all that is left. */
        Tally drain(HandClock clock) {
            world.editions().resume(edition.id());
            Epoch last = outbox.enlist(Duration.ofDays(100));
            outbox.takeBackAllBut(last);
            while (outbox.nextDue().isPresent()) {
                clock.forward(Duration.ofHours(3));
                for (Dispatch dispatch : outbox.claim(last, 10)) {
                    assertThat(outbox.journal(last, POLICY).turn(Optional.empty(), Optional.of(dispatch)))
                            .isTrue();
                    outbox.journal(last, POLICY)
                            .turn(Optional.of(new Settled(dispatch, Samples.ACCEPTED)), Optional.empty());
                }
            }
            Tally tally = outbox.tally(edition.id());
            assertThat(tally.in(DispatchState.IN_DOUBT)).isZero();
            return tally;
        }
    }
}
