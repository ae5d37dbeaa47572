package gazette.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Cadence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlotsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2028, 12, 31);

    static Stream<Arguments> calendars() {
        Predicate<LocalDate> daily = day -> true;
        Predicate<LocalDate> sundays = day -> day.getDayOfWeek() == DayOfWeek.SUNDAY;
        Predicate<LocalDate> firstMondays =
                day -> day.equals(day.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        return Stream.of(
                Arguments.of("0 30 2 * * ?", daily),
                Arguments.of("0 30 2 ? * SUN", sundays),
                Arguments.of("0 30 2 ? * MON#1", firstMondays));
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void fiveYearsInParisHaveOneSlotPerDayOfTheCalendar(String cron, Predicate<LocalDate> comes) {
        Cadence cadence = new Cadence("c", cron);
        List<Instant> meant = FIRST_DAY
                .datesUntil(LAST_DAY.plusDays(1))
                .filter(comes)
                .map(SlotsTest::halfPastTwo)
                .toList();

        List<Instant> slots = Slots.next(cadence, PARIS, meant.get(0).minusSeconds(1), meant.size());

        assertThat(slots).isEqualTo(meant);
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void aClockMovedThroughFiveYearsSeesEachSlotOnceAndInOrder(String cron, Predicate<LocalDate> comes) {
        Cadence cadence = new Cadence("c", cron);
        List<Instant> seen = new ArrayList<>();

        Instant end = LAST_DAY.plusDays(1).atStartOfDay(PARIS).toInstant();
        for (Instant now = FIRST_DAY.atTime(2, 30).atZone(PARIS).toInstant();
                now.isBefore(end);
                now = now.plus(Duration.ofHours(3))) {
            Instant slot = Slots.newestNotAfter(cadence, PARIS, now).orElseThrow();
            assertThat(slot).isBeforeOrEqualTo(now);
            if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(slot)) {
                seen.add(slot);
            }
        }

        List<Instant> meant = FIRST_DAY
                .datesUntil(LAST_DAY.plusDays(1))
                .filter(comes)
                .map(SlotsTest::halfPastTwo)
                .toList();
        assertThat(seen.subList(seen.size() - meant.size(), seen.size())).isEqualTo(meant);
        assertThat(seen.size() - meant.size()).isLessThanOrEqualTo(1); // the one before the first day
    }

    private static Instant halfPastTwo(LocalDate day) {
        boolean forward = day.getMonth() == Month.MARCH && isLastSunday(day);
        boolean back = day.getMonth() == Month.OCTOBER && isLastSunday(day);
        LocalTime time = forward ? LocalTime.of(3, 0) : LocalTime.of(2, 30);
        boolean summer = forward
                || back
                || PARIS.getRules().isDaylightSavings(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
        return LocalDateTime.of(day, time).toInstant(ZoneOffset.ofHours(summer ? 2 : 1));
    }

    private static boolean isLastSunday(LocalDate day) {
        return day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59Z, 2026-03-28T01:30:00Z", // a second before the gap
        "2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z", // 02:30 is 03:00
        "2026-03-29T01:30:00Z, 2026-03-29T01:00:00Z", // 03:30 is no slot of its own
        "2026-10-25T00:29:59Z, 2026-10-24T00:30:00Z",
        "2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z", // the first 02:30
        "2026-10-25T01:29:59Z, 2026-10-25T00:30:00Z",
        "2026-10-25T01:30:00Z, 2026-10-25T00:30:00Z", // the second is none
        "2026-10-26T01:30:00.999Z, 2026-10-26T01:30:00Z"
    })
    void theNewestSlotMayBeNowButNeverLater(Instant now, Instant slot) {
        assertThat(Slots.newestNotAfter(new Cadence("daily", "0 30 2 * * ?"), PARIS, now))
                .contains(slot);
    }

    @Test
    void anEditionEveryTenSecondsGoesOnThroughTheRepeatedHour() {
        Cadence often = new Cadence("often", "0/10 * * * * ?");
        Instant from = Instant.parse("2026-10-25T00:00:00Z").minusSeconds(1);

        List<Instant> slots = Slots.next(often, PARIS, from, 3 * 360);

        assertThat(slots).doesNotHaveDuplicates().isSorted();
        assertThat(Duration.between(slots.get(0), slots.get(slots.size() - 1))).isEqualTo(Duration.ofSeconds(10790));
        assertThat(slots).allSatisfy(slot -> {
            assertThat(Slots.newestNotAfter(often, PARIS, slot)).contains(slot);
            assertThat(Slots.newestNotAfter(often, PARIS, slot.plusMillis(9999)))
                    .contains(slot);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 7 ? * MON-FRI", "0 0 7 15W * ?", "0 0 7 LW * ?", "0 0 7 L-3 * ?", "0 0/20 8-18 ? * SAT",
                "0 0 7 29 2 ?", "30 5 0,23 1/10 * ?", "0 0 * * * ?", "0 0/30 * * * ?", "0 0 2,3 * * ?",
                "0 15 0 1 1 ? 2020-2040/5"
            })
    void theNewestSlotAgreesWithTheNextOnes(String cron) {
        Cadence cadence = new Cadence("c", cron);
        Random chance = new Random(20261122);
        List<ZoneId> zones = Stream.of("Europe/Paris", "Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu")
                .map(ZoneId::of)
                .toList();

        for (int i = 0; i < 200; i++) {
            ZoneId zone = zones.get(i % zones.size());
            Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(chance.nextInt(3 * 365 * 86_400));
            for (Instant slot : Slots.next(cadence, zone, from, 2)) {
                assertThat(Slots.newestNotAfter(cadence, zone, slot)).contains(slot);
                Instant following = Slots.next(cadence, zone, slot, 1).get(0);
                assertThat(following).isAfter(slot);
                assertThat(Slots.newestNotAfter(cadence, zone, following.minusMillis(1)))
                        .contains(slot);
            }
        }
    }

    @Test
    void aCadenceThatHasNotBegunHasNoSlotYetAndOneThatIsOverHasNoNext() {
        Cadence once = new Cadence("once", "0 0 7 1 1 ? 2030");
        Instant slot = Instant.parse("2030-01-01T06:00:00Z");

        assertThat(Slots.newestNotAfter(once, PARIS, slot.minusSeconds(1))).isEmpty();
        assertThat(Slots.newestNotAfter(once, PARIS, slot)).contains(slot);
        assertThat(Slots.next(once, PARIS, slot.minusSeconds(1), 5)).containsExactly(slot);
        assertThat(Slots.next(once, PARIS, slot, 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 7 * * 1-5      | five fields: Quartz wants six or seven: put the seconds first, such as 0 0 7 ? * MON-FRI
            30 6 1 * *       | put the seconds first, such as 0 30 6 1 * ?
            */15 * * * *     | put the seconds first, such as 0 */15 * * * ?
            0 7 1 * 1        | five fields: Quartz wants six or seven: put the seconds first
            0 0 7 * * *      | put ? for the one that does not matter
            0 0 7 ? * ?      | is no Quartz cron expression
            0 0 25 * * ?     | Hour values must be between 0 and 23
            0 0 7 31 2 ?     | never comes
            @daily           | give six fields
            ''               | give six fields
            a b c d e ?      | is no Quartz cron expression
            """)
    void whatIsNoExpressionIsRefusedWithARemedy(String cron, String words) {
        assertThat(Slots.objection(cron))
                .hasValueSatisfying(why -> assertThat(why).contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 7 ? * MON-FRI", "0/10 * * * * ?", "0 0 9 ? * SAT 2026-2030", "0 0 7 29 2 ?"})
    void anExpressionThatComesIsAccepted(String cron) {
        assertThat(Slots.objection(cron)).isEmpty();
    }

    @Test
    void objectionsNeverThrowWhateverIsTyped() {
        Random chance = new Random(7);
        String letters = "0123456789*?/-,#LW MONFRI@€";
        TreeSet<String> kinds = new TreeSet<>();

        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            chance.ints(chance.nextInt(30), 0, letters.length()).forEach(c -> text.append(letters.charAt(c)));
            kinds.add(Slots.objection(text.toString()).map(why -> "objection").orElse("accepted"));
        }

        assertThat(kinds).contains("objection");
    }
}
