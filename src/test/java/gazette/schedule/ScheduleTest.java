package gazette.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Selection;
import gazette.mail.Mailbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ScheduleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String IN_A_FAR_YEAR = "0 0 7 1 1 ? 2090";

    /** What counts as missed here, so that a test need not wait for a minute. */
    private static final Duration LATE = Duration.ofMillis(500);

    private static final Schedule.Pace PACE = new Schedule.Pace(Duration.ofHours(1), LATE, Duration.ofMillis(300));

    @TempDir
    Path folder;

    private QuartzDatabase database;
    private final Diary diary = new Diary();

    @BeforeEach
    void open() {
        database = new QuartzDatabase(folder.resolve("quartz.db"));
    }

    @AfterEach
    void close() {
        diary.letGo.countDown();
        database.close();
    }

    @Test
    void aSlotIsRunWhenItHasComeAndPickUpAtOnce() {
        Instant start = CLOCK.instant();

        whileRuns(start(EVERY_SECOND), () -> {
            await().until(() -> diary.slots.size() >= 3);
        });

        assertThat(List.copyOf(diary.slots)).isSorted().doesNotHaveDuplicates();
        assertThat(diary.slots).allSatisfy(slot -> {
            assertThat(slot).isAfter(start).isBeforeOrEqualTo(CLOCK.instant());
            assertThat(slot.truncatedTo(ChronoUnit.SECONDS)).isEqualTo(slot);
        });
        assertThat(diary.pickUps).hasValue(1);
    }

    @Test
    void aSlotMissedWhileNothingRanIsRunOnceAtTheNextStart() {
        Instant missed = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        String cron = dailyAt(missed);
        start(cron).close();
        await().until(() -> CLOCK.instant().isAfter(missed.plus(LATE).plusMillis(300)));
        assertThat(diary.slots).isEmpty();

        whileRuns(start(cron), () -> {
            await().until(() -> !diary.slots.isEmpty());
            await().during(Duration.ofMillis(700)).until(() -> diary.slots.size() == 1);
        });
        start(cron).close();

        assertThat(diary.slots).containsExactly(missed);
    }

    @Test
    void aCadenceThatWasNeverSeenBeforeBeginsWithItsNextSlot() {
        Instant past = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(30);

        whileRuns(start(dailyAt(past)), () -> {
            await().until(() -> diary.pickUps.get() == 1);
            await().during(Duration.ofMillis(700)).until(diary.slots::isEmpty);
        });

        assertThat(diary.slots).isEmpty();
    }

    @Test
    void aDigestThatWasCutShortIsCalledAgainForItsSlot() {
        Instant slot = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        String cron = dailyAt(slot);
        diary.holdsOn = true;
        Schedule killed = start(cron, diary, PACE);
        await().until(() -> diary.slots.size() == 1);

        killed.close(); // does not wait for it: its patience is short
        assertThat(database.rows("select state from qrtz_fired_triggers")).containsExactly("EXECUTING");
        Diary after = new Diary();
        whileRuns(start(cron, after, PACE), () -> {
            await().until(() -> !after.slots.isEmpty());
            await().during(Duration.ofMillis(700)).until(() -> after.slots.size() == 1);
        });

        assertThat(after.slots).containsExactly(slot);
        assertThat(database.rows("select state from qrtz_fired_triggers")).isEmpty();
    }

    @Test
    void closingWaitsForADigestThatEndsInTime() {
        diary.holdsOn = true;
        Schedule schedule =
                start(EVERY_SECOND, diary, new Schedule.Pace(Duration.ofHours(1), LATE, Duration.ofSeconds(20)));
        await().until(() -> diary.slots.size() == 1);
        Thread release = new Thread(diary.letGo::countDown);

        release.start();
        schedule.close();
        schedule.close();

        assertThat(diary.ended).hasValue(diary.slots.size());
        assertThat(database.rows("select state from qrtz_fired_triggers")).isEmpty();
    }

    @Test
    void aCadenceThatLeftTheSettingsIsForgotten() {
        start(newsletter("un", IN_A_FAR_YEAR), newsletter("deux", IN_A_FAR_YEAR))
                .close();
        assertThat(jobs()).containsExactly("deux/c", "un/c");

        start(newsletter("deux", IN_A_FAR_YEAR)).close();

        assertThat(jobs()).containsExactly("deux/c");
        assertThat(database.rows("select trigger_name from qrtz_triggers where trigger_group = 'digest'"))
                .containsExactly("deux/c");
    }

    @Test
    void aChangedExpressionBeginsAnewAndAnUnchangedOneKeepsItsNextTime() {
        Instant missed = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        start(newsletter("same", dailyAt(missed)), newsletter("other", dailyAt(missed)))
                .close();
        await().until(() -> CLOCK.instant().isAfter(missed.plus(LATE).plusMillis(300)));

        String hourBefore = dailyAt(missed.minus(Duration.ofHours(1)));
        whileRuns(start(newsletter("same", dailyAt(missed)), newsletter("other", hourBefore)), () -> {
            await().until(() -> !diary.slots.isEmpty());
            await().during(Duration.ofMillis(700)).until(() -> diary.slots.size() == 1);
        });

        assertThat(diary.newsletters).containsExactly("same");
        assertThat(database.rows("select cron_expression from qrtz_cron_triggers where trigger_name = 'other/c'"))
                .containsExactly(hourBefore);
    }

    @Test
    void aCadenceThatIsOverIsNoObstacle() {
        whileRuns(start("0 0 7 1 1 ? 2020"), () -> {
            await().until(() -> diary.pickUps.get() == 1);
        });

        assertThat(diary.slots).isEmpty();
    }

    @Test
    void workThatThrowsIsCalledAgainForTheNextSlot() {
        diary.throwing = true;

        whileRuns(start(EVERY_SECOND), () -> {
            await().until(() -> diary.slots.size() >= 2);
        });

        assertThat(diary.slots).doesNotHaveDuplicates();
    }

    @Test
    void triggersAreKeptAsRowsThatCanBeRead() {
        start(newsletter("un", "0 30 2 * * ?")).close();

        String row = "select cron_expression || ' ' || time_zone_id || ' ' || trigger_type from qrtz_cron_triggers"
                + " natural join qrtz_triggers";
        assertThat(database.rows(row)).containsExactly("0 30 2 * * ? Europe/Paris SLOT");
        assertThat(database.rows("select count(*) from qrtz_blob_triggers")).containsExactly("0");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyLateCadencesDoNotBlockEachOtherOnTheOnlyConnection() {
        Newsletter[] many = IntStream.range(0, 40)
                .mapToObj(i -> newsletter("n" + i, EVERY_SECOND))
                .toArray(Newsletter[]::new);
        Schedule.Pace hasty = new Schedule.Pace(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(5));

        whileRuns(
                start(diary, hasty, many),
                () -> await().atMost(Duration.ofSeconds(50))
                        .untilAsserted(() ->
                                assertThat(new HashSet<>(diary.newsletters)).hasSize(40)));
    }

    @Test
    void onlyOneScheduleRunsInAProcess() {
        whileRuns(start(IN_A_FAR_YEAR), () -> {
            assertThatThrownBy(() -> start(IN_A_FAR_YEAR)).isInstanceOf(IllegalStateException.class);
        });
    }

    private static void whileRuns(Schedule schedule, Runnable body) {
        try {
            body.run();
        } finally {
            schedule.close();
        }
    }

    private List<String> jobs() {
        return database.rows("select job_name from qrtz_job_details where job_group = 'digest' order by 1");
    }

    private Schedule start(String cron) {
        return start(diary, PACE, newsletter("la-gazette", cron));
    }

    private Schedule start(String cron, Diary work, Schedule.Pace pace) {
        return start(work, pace, newsletter("la-gazette", cron));
    }

    private Schedule start(Newsletter... newsletters) {
        return start(diary, PACE, newsletters);
    }

    private Schedule start(Diary work, Schedule.Pace pace, Newsletter... newsletters) {
        return Schedule.start(List.of(newsletters), work, new QuartzConnections(database::connection), CLOCK, pace);
    }

    private static String dailyAt(Instant instant) {
        ZonedDateTime time = instant.atZone(PARIS);
        return time.getSecond() + " " + time.getMinute() + " " + time.getHour() + " * * ?";
    }

    private static Newsletter newsletter(String id, String cron) {
        Masthead masthead = new Masthead(
                id,
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                Locale.FRENCH,
                PARIS,
                "1 rue de l’Exemple, 75002 Paris",
                URI.create("https://lettre.example.org"));
        return new Newsletter(
                masthead,
                List.of(),
                Selection.of(new ArticleLimits(1, 12)),
                List.of(new Cadence("c", cron)),
                Optional.empty(),
                "digest",
                Duration.ZERO,
                InDoubtPolicy.RETRY);
    }

    /** Writes down what it is called for; holds on in a digest until let go, if told to. */
    private static final class Diary implements Schedule.Work {
        final BlockingQueue<Instant> slots = new LinkedBlockingQueue<>();
        final BlockingQueue<String> newsletters = new LinkedBlockingQueue<>();
        final AtomicInteger pickUps = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        final CountDownLatch letGo = new CountDownLatch(1);
        volatile boolean holdsOn;
        volatile boolean throwing;

        @Override
        public void pickUp() {
            pickUps.incrementAndGet();
        }

        @Override
        public void digest(String newsletter, String cadence, Instant slot) {
            newsletters.add(newsletter);
            slots.add(slot);
            if (throwing) {
                throw new IllegalStateException("the world broke");
            }
            if (holdsOn) {
                await().atMost(Duration.ofMinutes(1)).until(() -> letGo.getCount() == 0);
            }
            ended.incrementAndGet();
        }
    }
}
