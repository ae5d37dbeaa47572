package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.FolderSource;
import gazette.article.SourceLanguage;
import gazette.check.Finding.Level;
import gazette.pickup.Health;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SourceRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final FolderSource SOURCE =
            new FolderSource("articles", Path.of("/articles"), ZoneOffset.UTC, SourceLanguage.of(Locale.FRENCH));

    @Test
    void aHealthySourceThatBringsNewsIsNoMatter() {
        assertThat(found(healthy(Duration.ofHours(3)), daily(20))).isEmpty();
    }

    @Test
    void whatWasNeverReadIsANote() {
        assertThat(found(Health.unknown("x"), List.of())).containsExactly("INFO source-unread");
    }

    @Test
    void failingIsANoteThenAWarningAfterADayAndAnErrorAfterAWeek() {
        assertThat(found(failing(Duration.ofHours(23)), daily(20))).containsExactly("INFO source-failing");
        assertThat(found(failing(Duration.ofHours(25)), daily(20))).containsExactly("WARN source-failing");
        assertThat(found(failing(Duration.ofDays(7).plusHours(1)), daily(20))).containsExactly("ERROR source-failing");
    }

    @Test
    void whatCouldNeverBeReadIsAWarning() {
        Health never = health(Optional.empty(), Optional.empty(), Optional.empty(), 3, false);

        assertThat(found(never, List.of())).containsExactly("WARN source-failing");
    }

    @Test
    void whatIsGoneIsAnErrorWhateverElse() {
        Health gone = health(Optional.empty(), Optional.of(NOW), Optional.of(NOW), 1, true);

        assertThat(found(gone, daily(20))).containsExactly("ERROR source-gone");
    }

    @Test
    void silenceIsMeasuredByTheSourcesOwnRhythm() {
        assertThat(found(healthy(Duration.ofDays(9)), daily(20))).isEmpty();
        assertThat(found(healthy(Duration.ofDays(11)), daily(20))).containsExactly("WARN source-silent");
        assertThat(found(healthy(Duration.ofDays(29)), weekly(20))).isEmpty();
        assertThat(found(healthy(Duration.ofDays(31)), weekly(20))).containsExactly("WARN source-silent");
    }

    @Test
    void aWeekendIsNoSilenceEvenOfAnAgency() {
        List<Instant> hourly = every(Duration.ofMinutes(20), 30);

        assertThat(found(healthy(Duration.ofDays(3)), hourly)).isEmpty();
        assertThat(found(healthy(Duration.ofDays(5)), hourly)).containsExactly("WARN source-silent");
    }

    @Test
    void withoutARhythmAMonthIsSilence() {
        assertThat(found(healthy(Duration.ofDays(29)), daily(3))).isEmpty();
        assertThat(found(healthy(Duration.ofDays(31)), List.of())).containsExactly("WARN source-silent");
    }

    @Test
    void whatHasMovedIsANoteBesideEverythingElse() {
        Health moved = health(
                Optional.of(URI.create("https://new.example.org/rss")),
                Optional.of(NOW),
                Optional.of(NOW.minus(Duration.ofDays(40))),
                0,
                false);

        assertThat(found(moved, List.of())).containsExactly("WARN source-silent", "INFO source-moved");
    }

    @Test
    void theWorstStandsFirst() {
        Finding note = new Finding(Level.INFO, "a", Place.MESSAGE, Sentence.of("w"), Sentence.of("r"));
        Finding error = new Finding(Level.ERROR, "b", Place.MESSAGE, Sentence.of("w"), Sentence.of("r"));

        assertThat(Finding.sorted(List.of(note, error))).containsExactly(error, note);
    }

    private static List<String> found(Health health, List<Instant> published) {
        return SourceRules.of(SOURCE, health, published, NOW).stream()
                .map(finding -> finding.level() + " " + finding.rule())
                .toList();
    }

    private static Health healthy(Duration silence) {
        return health(Optional.empty(), Optional.of(NOW), Optional.of(NOW.minus(silence)), 0, false);
    }

    private static Health failing(Duration since) {
        return health(Optional.empty(), Optional.of(NOW.minus(since)), Optional.of(NOW.minus(since)), 4, false);
    }

    private static Health health(
            Optional<URI> moved,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastNew,
            int failures,
            boolean isGone) {
        return new Health(
                "folder:articles",
                "",
                moved,
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW),
                lastSuccess,
                lastNew,
                Optional.empty(),
                Optional.empty(),
                failures,
                failures == 0 ? "" : "the server is down",
                isGone);
    }

    private static List<Instant> daily(int n) {
        return every(Duration.ofDays(1), n);
    }

    private static List<Instant> weekly(int n) {
        return every(Duration.ofDays(7), n);
    }

    private static List<Instant> every(Duration gap, int n) {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            times.add(NOW.minus(gap.multipliedBy(i)));
        }
        return times;
    }
}
