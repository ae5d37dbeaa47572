package gazette.edition;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.edition.Candidate.History;
import gazette.edition.Selection.Corrections;
import gazette.edition.Selection.Order;
import gazette.edition.Verdict.Place;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any shelf. A failure names the seed that repeats it. */
final class ChoicePropertiesTest {
    private static final Instant SLOT = Instant.parse("2026-11-22T06:00:00Z");
    private static final int SOURCES = 4;

    /** Everything that one seed decides. */
    private static final class World {
        final Random chance;
        final Newsletter newsletter;
        final Sieve sieve;
        final List<Article> articles = new ArrayList<>();

        World(long seed, int min) {
            chance = new Random(seed);
            List<Supply> supplies = new ArrayList<>();
            for (int i = 0; i < SOURCES; i++) {
                supplies.add(new Supply(
                        ChoiceSettings.source("s" + i),
                        chance.nextInt(4) == 0 ? ChoiceSettingsFilter.NO_SPORT : Filter.NONE,
                        chance.nextInt(3) == 0 ? 1 + chance.nextInt(3) : Integer.MAX_VALUE,
                        List.of()));
            }
            newsletter = ChoiceSettings.newsletter(
                    new Selection(
                            new ArticleLimits(min, min + chance.nextInt(5)),
                            List.of(Order.NEWEST, Order.SOURCE, Order.LEAD).get(chance.nextInt(3)),
                            ChoiceSettings.rule("words alerte"),
                            Filter.NONE,
                            List.of(),
                            OptionalDouble.of(0.85),
                            Corrections.MARK),
                    supplies);
            sieve = new Sieve(newsletter, SLOT);
            for (int i = 0; i < 30; i++) {
                articles.add(article(i));
            }
        }

        private Article article(int i) {
            String text = List.of("Le sport gagne.", "Alerte aux crues.", "La ville rouvre.")
                    .get(chance.nextInt(3));
            boolean isAlone = chance.nextInt(3) > 0;
            return new Article(
                    new Origin("folder:s" + chance.nextInt(SOURCES), "a" + i),
                    Locale.FRENCH,
                    Optional.of("Titre " + (isAlone ? i : chance.nextInt(5))),
                    "",
                    List.of(new Paragraph(isAlone ? text + " " + i : text)),
                    Optional.empty(),
                    "",
                    List.of(),
                    chance.nextBoolean()
                            ? Optional.of(URI.create("https://example.org/" + (isAlone ? i : chance.nextInt(5))))
                            : Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }

        /** Some of the articles went out before; of those some are still there. */
        Stock stock() {
            List<Candidate> there = new ArrayList<>();
            List<Sent> sent = new ArrayList<>();
            for (Article article : articles) {
                boolean wentOut = chance.nextInt(6) == 0;
                if (wentOut) {
                    sent.add(Sent.story(7, article, newsletter.selection()));
                }
                if (!wentOut || chance.nextBoolean()) {
                    there.add(candidate(article, chance.nextBoolean(), chance.nextInt(6) == 0));
                }
            }
            return new Stock(there, sent);
        }

        Candidate candidate(Article article, boolean waited, boolean isUpdate) {
            Instant since = SLOT.minus(Duration.ofHours(article.origin().name().hashCode() % 7));
            return sieve.candidate(article, new History(since, waited, isUpdate));
        }

        Shelf shelf(int number, List<Candidate> candidates, List<Sent> sent) {
            return new Shelf(number, Optional.empty(), candidates, sent, List.of());
        }
    }

    private record Stock(List<Candidate> there, List<Sent> sent) {}

    /** A filter of a source. */
    private static final class ChoiceSettingsFilter {
        static final Filter NO_SPORT = new Filter(Rule.NONE, ChoiceSettings.rule("words sport"), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = 400)
    void everyCandidateHasOneVerdictWhateverOrderTheShelfIsIn(int seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            World world = new World(seed, 1 + (int) (seed % 3));
            Stock stock = world.stock();

            Choice choice = inAnyOrder(seed, world, stock.there, shelved -> world.shelf(8, shelved, stock.sent));

            holds(seed, world.newsletter, stock.there, choice);
        }
    }

    /** What is chosen, which is the same in whatever order the candidates come. */
    private static Choice inAnyOrder(
            long seed, World world, List<Candidate> candidates, Function<List<Candidate>, Shelf> shelf) {
        Choice choice = Choice.of(world.newsletter, shelf.apply(candidates));
        List<Candidate> shuffled = new ArrayList<>(candidates);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(shuffled, world.chance);
            assertThat(Choice.of(world.newsletter, shelf.apply(shuffled)))
                    .as("seed %d", seed)
                    .isEqualTo(choice);
        }
        return choice;
    }

    private static void holds(long seed, Newsletter newsletter, List<Candidate> candidates, Choice choice) {
        assertThat(choice.verdicts())
                .as("seed %d: one verdict each", seed)
                .extracting(Verdict::origin)
                .containsExactlyInAnyOrderElementsOf(
                        candidates.stream().map(Candidate::origin).toList());
        assertThat(choice.verdicts())
                .as("seed %d: a reason wherever it is not in", seed)
                .allMatch(
                        verdict -> verdict.place() == Place.IN || !verdict.why().isEmpty());
        ArticleLimits limits = newsletter.selection().limits();
        long news = choice.stories().stream().filter(pick -> !pick.isUpdate()).count();
        assertThat(choice.stories().size()).as("seed %d", seed).isLessThanOrEqualTo(limits.max());
        assertThat(choice.isEmpty() || news >= limits.min())
                .as("seed %d: enough news", seed)
                .isTrue();
        assertThat(choice.isEmpty())
                .as("seed %d", seed)
                .isEqualTo(!choice.reason().isEmpty());
        Map<String, Integer> perSource = new HashMap<>();
        choice.stories().stream()
                .filter(pick -> !pick.isUpdate())
                .forEach(pick -> perSource.merge(pick.origin().source(), 1, Integer::sum));
        newsletter
                .supplies()
                .forEach(supply -> assertThat(
                                perSource.getOrDefault(supply.source().key(), 0))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(supply.most()));
    }

    @ParameterizedTest
    @ValueSource(ints = 400)
    void aPlanIsFollowedWhateverOrderTheShelfIsIn(int seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            World world = new World(seed, 1 + (int) (seed % 3));
            Stock stock = world.stock();
            Plan plan = plan(world);

            Choice choice = inAnyOrder(
                    seed,
                    world,
                    stock.there,
                    shelved -> new Shelf(8, Optional.empty(), shelved, stock.sent, List.of(), plan));

            follows(seed, world, plan, stock.there, choice);
        }
    }

    /** Also of articles that are not there. */
    private static Plan plan(World world) {
        List<Origin> origins =
                new ArrayList<>(world.articles.stream().map(Article::origin).toList());
        origins.add(new Origin("folder:s0", "nobody"));
        Collections.shuffle(origins, world.chance);
        return new Plan(
                origins.subList(0, world.chance.nextInt(6)),
                Set.copyOf(origins.subList(3, 3 + world.chance.nextInt(5))),
                Set.copyOf(origins.subList(5, 5 + world.chance.nextInt(5))),
                Map.of(origins.get(0), Form.BRIEF),
                Optional.empty());
    }

    private static void follows(long seed, World world, Plan plan, List<Candidate> candidates, Choice choice) {
        List<Origin> there = candidates.stream().map(Candidate::origin).toList();
        List<Origin> wanted = there.stream().filter(plan::isPutBack).toList();
        List<Origin> told = new ArrayList<>(choice.in());
        choice.stories().forEach(pick -> pick.copies().forEach(copy -> told.add(copy.origin())));
        assertThat(choice.verdicts())
                .as("seed %d: one verdict each", seed)
                .extracting(Verdict::origin)
                .containsExactlyInAnyOrderElementsOf(there);
        assertThat(told).as("seed %d: nothing twice", seed).doesNotHaveDuplicates();
        assertThat(told).as("seed %d: nothing that was left out", seed).noneMatch(plan.out()::contains);
        assertThat(choice.in()).as("seed %d: all that was put back", seed).containsAll(wanted);
        assertThat(choice.leftOut())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        there.stream().filter(plan.out()::contains).toList());
        assertThat(choice.stories().stream().filter(pick -> !pick.isPutBack()).count())
                .as("seed %d: no more than there are rooms, but for what was put back", seed)
                .isLessThanOrEqualTo(world.newsletter.selection().limits().max());
        List<Origin> named = plan.order().stream().filter(choice.in()::contains).toList();
        assertThat(choice.in().subList(0, named.size()))
                .as("seed %d: named ones first", seed)
                .isEqualTo(named);
        choice.stories().stream()
                .filter(pick -> plan.forms().containsKey(pick.origin()))
                .forEach(pick -> assertThat(pick.form()).as("seed %d", seed).isEqualTo(Form.BRIEF));
    }

    @ParameterizedTest
    @ValueSource(ints = 200)
    void overSeveralEditionsEverythingThatFitsGoesOutOnce(int seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            World world = new World(seed, 1);
            Map<Origin, Integer> out = new HashMap<>();
            Set<Origin> excluded = new HashSet<>();
            List<Sent> sent = new ArrayList<>();
            List<Article> backlog = new ArrayList<>();
            Set<Origin> waited = new HashSet<>();
            for (int number = 1; number < 60; number++) {
                backlog.addAll(world.articles.subList(0, Math.min(3, world.articles.size())));
                world.articles.subList(0, Math.min(3, world.articles.size())).clear();
                Choice choice = Choice.of(
                        world.newsletter,
                        world.shelf(
                                number,
                                backlog.stream()
                                        .map(a -> world.candidate(a, waited.contains(a.origin()), false))
                                        .toList(),
                                sent));
                take(world, number, choice, backlog, sent, out);
                backlog.forEach(article -> waited.add(article.origin()));
                choice.verdicts().stream()
                        .filter(verdict -> verdict.place() == Place.OUT)
                        .forEach(verdict -> excluded.add(verdict.origin()));
            }

            assertThat(out.values()).as("seed %d: nothing twice", seed).containsOnly(1);
            Set<Origin> left = new HashSet<>();
            backlog.forEach(article -> left.add(article.origin()));
            left.removeAll(excluded);
            assertThat(left).as("seed %d: nothing is forgotten", seed).isEmpty();
        }
    }

    private static void take(
            World world, int number, Choice choice, List<Article> backlog, List<Sent> sent, Map<Origin, Integer> out) {
        Map<Origin, Article> byOrigin = new HashMap<>();
        backlog.forEach(article -> byOrigin.put(article.origin(), article));
        Set<Origin> used = new HashSet<>();
        for (Choice.Pick pick : choice.stories()) {
            Sent story = Sent.story(
                    number, Objects.requireNonNull(byOrigin.get(pick.origin())), world.newsletter.selection());
            sent.add(story);
            used.add(pick.origin());
            out.merge(pick.origin(), 1, Integer::sum);
            pick.copies().forEach(copy -> {
                used.add(copy.origin());
                out.merge(copy.origin(), 1, Integer::sum);
                sent.add(story.copy(copy.origin(), copy.where().address()));
            });
        }
        for (Choice.Late late : choice.late()) {
            used.add(late.origin());
            out.merge(late.origin(), 1, Integer::sum);
        }
        backlog.removeIf(article -> used.contains(article.origin()));
    }
}
