package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When something is counted, and when what was counted is said again; by a time in the test's hand. */
final class CountsTest {
    private static final EditionId EDITION = new EditionId("la-gazette", 1);
    private static final Mark SENT = mark(EditionState.FILLED, 0, false);
    private static final Mark MOVING = mark(EditionState.FILLED, 0, true);
    private static final Mark PAUSED = mark(EditionState.PAUSED, 1, true);
    private static final Duration NO_PATIENCE = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HandTime time = new HandTime();
    private final HandBench bench = new HandBench(time);
    private final Map<EditionId, Mark> marks = new HashMap<>();
    private Duration cost = Duration.ofMillis(1);
    private Runnable meanwhile = () -> {};
    private int counted;
    private final Counts<Integer> counts = new Counts<>(
            new Counts.Bench(bench, edition -> Optional.ofNullable(marks.get(edition)), time.time()),
            edition -> this::count,
            3);

    private static Mark mark(EditionState state, long touched, boolean waits) {
        return new Mark(state, touched, waits, false, Instant.EPOCH);
    }

    /** Takes its time, and says how often it was asked. */
    private int count() {
        time.forward(cost);
        meanwhile.run();
        return ++counted;
    }

    @AfterEach
    void stop() {
        bench.shutdownNow();
    }

    @Test
    void anEditionThatRestsIsCountedOnce() {
        marks.put(EDITION, SENT);

        for (int i = 0; i < 5; i++) {
            assertThat(asked(SENT, PATIENCE)).contains(1);
            bench.forward(Duration.ofHours(1));
        }

        assertThat(counted).isEqualTo(1);
    }

    @Test
    void aRestingEditionWhoseMarkChangedIsCountedAgain() {
        marks.put(EDITION, SENT);
        asked(SENT, PATIENCE);

        marks.put(EDITION, PAUSED);
        assertThat(asked(PAUSED, PATIENCE)).contains(2);
        assertThat(asked(PAUSED, PATIENCE)).contains(2);
    }

    @Test
    void nothingIsSaidBeforeTheFirstCount() {
        marks.put(EDITION, MOVING);

        Counts.Asked<Integer> asked = counts.ask(EDITION, MOVING, PATIENCE);

        assertThat(asked.until(0)).isEmpty();
        bench.work();
        assertThat(asked.until(0)).contains(1);
    }

    @Test
    void allWhoAskMeanwhileShareOneCount() {
        marks.put(EDITION, MOVING);

        Counts.Asked<Integer> first = counts.ask(EDITION, MOVING, PATIENCE);
        Counts.Asked<Integer> second = counts.ask(EDITION, MOVING, PATIENCE);
        bench.work();

        assertThat(first.until(0)).isEqualTo(second.until(0)).contains(1);
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void whatMovesIsCountedAtMostOnceASecondHoweverOftenSomebodyLooks() {
        marks.put(EDITION, MOVING);
        asked(MOVING, NO_PATIENCE);

        for (int i = 0; i < 100; i++) {
            asked(MOVING, NO_PATIENCE);
            bench.forward(Duration.ofMillis(100));
        }

        assertThat(counted).isBetween(9, 11);
    }

    @Test
    void countingTakesNoMoreThanATenthOfTheTime() {
        cost = Duration.ofSeconds(2);
        marks.put(EDITION, MOVING);
        asked(MOVING, NO_PATIENCE);

        for (int i = 0; i < 220; i++) {
            asked(MOVING, NO_PATIENCE);
            bench.forward(Duration.ofSeconds(1));
        }

        Duration elapsed = Duration.ofNanos(time.time().now());
        assertThat(cost.multipliedBy(counted)).isBetween(elapsed.dividedBy(12), elapsed.dividedBy(10));
    }

    @Test
    void whoHasNoPatienceGetsTheLastCountAtOnce() {
        marks.put(EDITION, MOVING);
        asked(MOVING, NO_PATIENCE);

        Counts.Asked<Integer> impatient = counts.ask(EDITION, MOVING, Duration.ofMillis(10));
        Counts.Asked<Integer> patient = counts.ask(EDITION, MOVING, PATIENCE);

        assertThat(impatient.until(0)).contains(1);
        assertThat(patient.coming()).isNotDone();
        bench.forward(Duration.ofSeconds(1));
        assertThat(patient.until(0)).contains(2);
        assertThat(impatient.until(0)).contains(1);
    }

    @Test
    void whoChangedAnEditionsCourseNeedNotWaitForTheSecondToPass() {
        marks.put(EDITION, MOVING);
        asked(MOVING, NO_PATIENCE);
        counts.ask(EDITION, MOVING, NO_PATIENCE); // orders one for later, which is brought forward
        marks.put(EDITION, PAUSED);

        Counts.Asked<Integer> asked = counts.ask(EDITION, PAUSED, PATIENCE);
        bench.forward(Duration.ofMillis(10));

        assertThat(asked.until(0)).contains(2);
        bench.forward(Duration.ofSeconds(5));
        assertThat(counted).as("what was ordered for later was done earlier").isEqualTo(2);
    }

    @Test
    void aChangeWhileItIsCountedIsNotMissed() {
        marks.put(EDITION, SENT);
        meanwhile = () -> marks.put(EDITION, PAUSED);

        assertThat(asked(SENT, PATIENCE)).contains(1);
        assertThat(asked(PAUSED, PATIENCE)).contains(2);
        assertThat(asked(PAUSED, PATIENCE)).contains(2);
    }

    @Test
    void aCountThatFailsSaysWhyAndIsTriedAgainWhenSomebodyAsks() {
        Counts.Asked<Integer> asked = counts.ask(EDITION, MOVING, PATIENCE);
        bench.work();

        assertThatThrownBy(() -> asked.until(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("la-gazette")
                .hasRootCauseMessage("there is no edition " + EDITION);

        marks.put(EDITION, MOVING);
        assertThat(asked(MOVING, PATIENCE)).contains(1);
    }

    @Test
    void onlySoManyAreKeptAndThoseThatNobodyAskedForLongestGoFirst() {
        for (int number = 1; number <= 4; number++) {
            EditionId edition = new EditionId("la-gazette", number);
            marks.put(edition, SENT);
            counts.ask(edition, SENT, PATIENCE);
            bench.work();
        }

        assertThat(counts.ask(new EditionId("la-gazette", 4), SENT, PATIENCE).last())
                .contains(4);
        assertThat(counts.ask(new EditionId("la-gazette", 1), SENT, PATIENCE).last())
                .isEmpty();
    }

    @Test
    void whileTheProgramEndsNothingIsOrdered() {
        Counts<Integer> ending = new Counts<>(
                new Counts.Bench(ended(), edition -> Optional.of(MOVING), time.time()), edition -> this::count, 3);

        assertThatThrownBy(() -> ending.ask(EDITION, MOVING, PATIENCE).until(0))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ScheduledExecutorService ended() {
        ScheduledExecutorService ended = new ScheduledThreadPoolExecutor(1);
        ended.shutdownNow();
        return ended;
    }

    /** What is known when patience is over. */
    private Optional<Integer> asked(Mark mark, Duration patience) {
        Counts.Asked<Integer> asked = counts.ask(EDITION, mark, patience);
        bench.forward(patience);
        return asked.until(0);
    }
}
