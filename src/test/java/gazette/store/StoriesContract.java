package gazette.store;

import static gazette.store.Samples.DAILY;
import static gazette.store.Samples.SLOT;
import static gazette.store.Samples.article;
import static gazette.store.Samples.newsletter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.SourceLanguage;
import gazette.edition.ArticleLimits;
import gazette.edition.Composition;
import gazette.edition.Composition.Composed;
import gazette.edition.Composition.NothingToSay;
import gazette.edition.Edition;
import gazette.edition.Filter;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Rule;
import gazette.edition.Selection;
import gazette.edition.Selection.Corrections;
import gazette.edition.Sent;
import gazette.edition.Story;
import gazette.edition.Story.Elsewhere;
import gazette.edition.Supply;
import gazette.edition.Topic;
import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link gazette.edition.Editions} promises of stories, their copies and corrections. */
abstract class StoriesContract {
    private static final Instant TOMORROW = SLOT.plus(Duration.ofDays(1));

    private final HandClock clock = new HandClock();
    private World world;

    abstract World world(Clock clock);

    @BeforeEach
    void open() {
        world = world(clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void pickUp(int from, int to) {
        for (int number = from; number <= to; number++) {
            world.pickUp(article(number));
        }
    }

    private Composed compose(Newsletter newsletter, Instant slot) {
        return (Composed) world.editions().resumeOrCompose(newsletter, DAILY, slot, Notes.NONE);
    }

    @Test
    void anArticleThatTellsTheSameIsShownBesideTheStoryAndIsNoCandidateAnyMore() {
        world.pickUp(telling("folder:articles", "1.txt", "Le feu est éteint.", "https://example.org/feu"));
        world.pickUp(telling("folder:blog", "2.txt", "Le blog raconte le feu.", "https://example.org/feu"));

        Edition edition = compose(twoSources(Corrections.IGNORE), SLOT).edition();

        assertThat(edition.stories()).hasSize(1);
        assertThat(edition.stories().get(0).elsewhere())
                .containsExactly(
                        new Elsewhere("Crédit de folder:blog", Optional.of(URI.create("https://example.org/feu"))));
        assertThat(world.editions().find(edition.id())).contains(edition);
        assertThat(world.editions()
                        .shelf(twoSources(Corrections.IGNORE), DAILY, TOMORROW)
                        .candidates())
                .isEmpty();
    }

    @Test
    void aStoryThatWasToldIsNotToldAgainNotEvenAfterAMonth() {
        Newsletter newsletter = twoSources(Corrections.IGNORE);
        world.pickUp(telling("folder:articles", "1.txt", "Le feu est éteint.", "https://example.org/feu"));
        Edition edition = compose(newsletter, SLOT).edition();
        world.pickUp(telling("folder:blog", "2.txt", "Le blog raconte le feu.", "https://example.org/feu"));

        Composition tomorrow = world.editions().resumeOrCompose(newsletter, DAILY, TOMORROW, Notes.NONE);
        Composition later =
                world.editions().resumeOrCompose(newsletter, DAILY, SLOT.plus(Duration.ofDays(90)), Notes.NONE);

        assertThat(tomorrow).isEqualTo(new NothingToSay("no new article that may be in"));
        assertThat(later).isEqualTo(new NothingToSay("no new article"));
        assertThat(world.editions().find(edition.id())).contains(edition);
        assertThat(world.editions().shelf(newsletter, DAILY, TOMORROW).settled())
                .extracting(Verdict::origin, Verdict::place, Verdict::why)
                .containsExactly(tuple(
                        new Origin("folder:blog", "2.txt"),
                        Place.OUT,
                        "same story as «Titre de 1.txt» in n° 1 (same address)"));
    }

    @Test
    void anEditedArticleComesAgainAsACorrectionWhenTheyAreMarkedAndOnlyOnce() {
        Newsletter marks = twoSources(Corrections.MARK);
        world.pickUp(telling("folder:articles", "1.txt", "On compte trois blessés.", "https://example.org/1"));
        Edition first = compose(marks, SLOT).edition();
        clock.forward(Duration.ofHours(1));
        Article corrected = telling("folder:articles", "1.txt", "On compte quatre blessés.", "https://example.org/1");
        world.pickUp(corrected);

        assertThat(world.editions().resumeOrCompose(marks, DAILY, SLOT.plusSeconds(9), Notes.NONE))
                .isEqualTo(new NothingToSay("no new article, and corrections alone make no edition"));
        world.pickUp(telling("folder:blog", "2.txt", "La ville rouvre son marché.", "https://example.org/2"));
        Edition second = compose(marks, TOMORROW).edition();

        assertThat(second.stories()).extracting(Story::isUpdate).containsExactly(false, true);
        assertThat(second.stories().get(1).article()).isEqualTo(corrected);
        assertThat(world.editions().find(first.id())).contains(first);
        assertThat(world.editions().find(second.id())).contains(second);
        assertThat(world.editions().shelf(marks, DAILY, TOMORROW).candidates()).isEmpty();
        assertThat(world.editions()
                        .shelf(twoSources(Corrections.IGNORE), DAILY, TOMORROW)
                        .candidates())
                .isEmpty();
    }

    @Test
    void anEditThatTheReadersHaveHadTheWordsOfIsNoCorrection() {
        Newsletter marks = twoSources(Corrections.MARK);
        Article first = telling("folder:articles", "1.txt", "On compte trois blessés.", "https://example.org/1");
        world.pickUp(first);
        compose(marks, SLOT);

        world.pickUp(telling("folder:articles", "1.txt", "On compte trois blessés.", "https://example.org/un"));
        assertThat(world.editions().shelf(marks, DAILY, TOMORROW).candidates()).isEmpty();
        world.pickUp(telling("folder:articles", "1.txt", "On compte dix blessés.", "https://example.org/1"));
        assertThat(world.editions().shelf(marks, DAILY, TOMORROW).candidates()).hasSize(1);
        world.pickUp(first);
        assertThat(world.editions().shelf(marks, DAILY, TOMORROW).candidates()).isEmpty();
    }

    @Test
    void whatWentOutLongAgoIsCorrectedNoMore() {
        Newsletter marks = twoSources(Corrections.MARK);
        world.pickUp(telling("folder:articles", "1.txt", "On compte trois blessés.", "https://example.org/1"));
        compose(marks, SLOT);
        world.pickUp(telling("folder:articles", "1.txt", "On compte quatre blessés.", "https://example.org/1"));

        Duration month = Duration.ofDays(Sent.DAYS);
        assertThat(world.editions()
                        .shelf(marks, DAILY, SLOT.plus(month).minusSeconds(1))
                        .candidates())
                .hasSize(1);
        assertThat(world.editions().shelf(marks, DAILY, SLOT.plus(month)).candidates())
                .isEmpty();
    }

    @Test
    void whatIsOutByRuleIsNoCandidateUntilTheRuleIsGone() {
        Newsletter picky = filtered(
                twoSources(Corrections.IGNORE),
                new Filter(Rule.NONE, new Rule(List.of("marche"), List.of(), List.of(), List.of()), Optional.empty()));
        pickUp(1, 1);

        Composition skipped = world.editions().resumeOrCompose(picky, DAILY, SLOT, Notes.NONE);

        assertThat(skipped).isEqualTo(new NothingToSay("no new article that may be in"));
        assertThat(compose(newsletter(), TOMORROW).edition().articles()).containsExactly(article(1));
    }

    @Test
    void theTopicsOfAnEditionStayWhenTheRulesChange() {
        Newsletter plain = twoSources(Corrections.IGNORE);
        Selection selection = plain.selection();
        Topic topic = new Topic("quartier", new Rule(List.of("marché"), List.of(), List.of(), List.of()));
        pickUp(1, 1);

        Edition edition = compose(
                        with(
                                plain,
                                new Selection(
                                        selection.limits(),
                                        selection.order(),
                                        selection.lead(),
                                        selection.filter(),
                                        List.of(topic),
                                        selection.nearCopies(),
                                        selection.corrections())),
                        SLOT)
                .edition();

        assertThat(edition.stories().get(0).topics()).containsExactly("marchés", "ville", "quartier");
        assertThat(world.editions().find(edition.id())).contains(edition);
    }

    private static Newsletter twoSources(Corrections corrections) {
        Selection plain = Selection.of(new ArticleLimits(1, 5));
        Newsletter base = newsletter();
        return new Newsletter(
                base.masthead(),
                Stream.of("articles", "blog")
                        .map(name -> Supply.of(new FolderSource(
                                name, Path.of("/" + name), Samples.PARIS, SourceLanguage.of(Locale.FRENCH))))
                        .toList(),
                new Selection(
                        plain.limits(),
                        plain.order(),
                        plain.lead(),
                        plain.filter(),
                        plain.topics(),
                        plain.nearCopies(),
                        corrections),
                base.cadences(),
                base.subscribers(),
                base.template(),
                base.cooldown(),
                base.inDoubt());
    }

    private static Newsletter filtered(Newsletter base, Filter filter) {
        Selection plain = base.selection();
        return with(
                base,
                new Selection(
                        plain.limits(),
                        plain.order(),
                        plain.lead(),
                        filter,
                        plain.topics(),
                        plain.nearCopies(),
                        plain.corrections()));
    }

    private static Newsletter with(Newsletter base, Selection selection) {
        return new Newsletter(
                base.masthead(),
                base.supplies(),
                selection,
                base.cadences(),
                base.subscribers(),
                base.template(),
                base.cooldown(),
                base.inDoubt());
    }

    private static Article telling(String source, String name, String lead, String address) {
        Article plain = article(source, name, lead, 5);
        return new Article(
                plain.origin(),
                plain.language(),
                plain.headline(),
                "",
                List.of(new Paragraph(lead)),
                plain.published(),
                "",
                List.of("Crédit de " + source),
                Optional.of(URI.create(address)),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
