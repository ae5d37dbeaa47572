package gazette.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Origin;
import gazette.edition.Candidate.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChoiceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theNewestStandsFirst() {
        Choice choice =
                choose(1, 12, candidate("old", 3, false), candidate("new", 1, false), candidate("mid", 2, false));

        assertThat(names(choice)).containsExactly("new", "mid", "old");
        assertThat(choice.waiting()).isZero();
    }

    @Test
    void whatIsOverTheMostWaits() {
        Choice choice = choose(1, 2, candidate("a", 1, false), candidate("b", 2, false), candidate("c", 3, false));

        assertThat(names(choice)).containsExactly("a", "b");
        assertThat(choice.waiting()).isOne();
    }

    @Test
    void whoWasPassedOverGoesBeforeTheNewer() {
        Choice choice = choose(1, 2, candidate("a", 1, false), candidate("b", 2, false), candidate("waited", 30, true));

        assertThat(names(choice)).containsExactly("a", "waited");
    }

    @Test
    void nobodyWaitsForEverHoweverMuchIsNew() {
        List<Candidate> shelf = new ArrayList<>(List.of(candidate("patient", 100, false)));
        for (int slot = 0; slot < 3; slot++) {
            shelf.add(candidate("fresh-" + slot + "-a", 1, false));
            shelf.add(candidate("fresh-" + slot + "-b", 1, false));
            List<Origin> in = choose(1, 2, shelf.toArray(Candidate[]::new)).in();
            if (in.contains(new Origin("folder:articles", "patient"))) {
                return;
            }
            shelf.removeIf(candidate -> in.contains(candidate.origin()));
            shelf.replaceAll(candidate -> candidate(candidate.origin(), new History(candidate.since(), true, false)));
        }
        throw new AssertionError("the patient one never went out");
    }

    @Test
    void withFewerThanTheLeastThereIsNoEditionAndAReason() {
        assertThat(choose(1, 12).reason()).isEqualTo("no new article");
        assertThat(choose(3, 12, candidate("a", 1, false)).reason())
                .isEqualTo("1 new article, and articles.min asks for 3");
        assertThat(choose(3, 12, candidate("a", 1, false)).isEmpty()).isTrue();
        assertThat(choose(3, 12, candidate("a", 1, false)).waiting()).isOne();
    }

    @Test
    void theOrderOfTheShelfDoesNotMatter() {
        List<Candidate> shelf = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            shelf.add(candidate("same-time-" + i, i / 5, i % 3 == 0));
        }
        Choice first = choose(1, 7, shelf.toArray(Candidate[]::new));
        Random chance = new Random(7);

        for (int round = 0; round < 50; round++) {
            java.util.Collections.shuffle(shelf, chance);
            assertThat(choose(1, 7, shelf.toArray(Candidate[]::new))).isEqualTo(first);
        }
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new ArticleLimits(0, 5)).hasMessageContaining("1 ≤ min ≤ max");
        assertThatThrownBy(() -> new ArticleLimits(6, 5)).hasMessageContaining("1 ≤ min ≤ max");
    }

    private static Choice choose(int min, int max, Candidate... candidates) {
        Newsletter newsletter = ChoiceSettings.newsletter(
                Selection.of(new ArticleLimits(min, max)), List.of(Supply.of(ChoiceSettings.source("articles"))));
        return Choice.of(newsletter, new Shelf(1, Optional.empty(), List.of(candidates), List.of(), List.of()));
    }

    private static Candidate candidate(String name, int hoursAgo, boolean passedOver) {
        return candidate(
                new Origin("folder:articles", name),
                new History(NOON.minus(Duration.ofHours(hoursAgo)), passedOver, false));
    }

    private static Candidate candidate(Origin origin, History history) {
        return new Candidate(
                origin,
                "Titre de " + origin.name(),
                Locale.FRENCH,
                "Agence Exemple",
                Optional.empty(),
                0,
                history,
                "",
                List.of(),
                false,
                origin.name(),
                Optional.empty());
    }

    private static List<String> names(Choice choice) {
        return choice.in().stream().map(Origin::name).toList();
    }
}
