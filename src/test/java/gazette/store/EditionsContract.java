package gazette.store;

import static gazette.store.Samples.DAILY;
import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.SLOT;
import static gazette.store.Samples.article;
import static gazette.store.Samples.newsletter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.edition.ArticleLimits;
import gazette.edition.Candidate;
import gazette.edition.Candidate.History;
import gazette.edition.Composition;
import gazette.edition.Composition.Composed;
import gazette.edition.Composition.NothingToSay;
import gazette.edition.Deed;
import gazette.edition.Deed.Kind;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.EditionState;
import gazette.edition.Editions;
import gazette.edition.Editions.Skip;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Shelf;
import gazette.edition.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Editions} promises. */
abstract class EditionsContract {
    static final Instant TOMORROW = SLOT.plus(Duration.ofDays(1));

    final HandClock clock = new HandClock();
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

    @Test
    void anEditionHoldsTheNewArticlesNewestFirstAndSaysWhatItWasMadeOf() {
        pickUp(1, 2);

        Composed composed = compose(newsletter(), SLOT);

        Edition edition = composed.edition();
        assertThat(edition.id()).isEqualTo(new EditionId(NEWSLETTER, 1));
        assertThat(edition.key()).isEqualTo(new EditionKey(NEWSLETTER, "daily", SLOT));
        assertThat(edition.articles()).containsExactly(article(2), article(1));
        assertThat(edition.masthead()).isEqualTo(newsletter().masthead());
        assertThat(edition.window()).isEqualTo(new Window(Optional.empty(), SLOT));
        assertThat(edition.composedAt()).isEqualTo(clock.instant());
        assertThat(edition.template()).isEqualTo("digest");
        assertThat(composed.waiting()).isZero();
        assertThat(world.editions().find(edition.id())).contains(edition);
    }

    @Test
    void aSlotIsComposedOnce() {
        pickUp(1, 2);
        Composed first = compose(newsletter(new ArticleLimits(1, 1)), SLOT);
        pickUp(3, 3);

        assertThat(compose(newsletter(), SLOT)).isEqualTo(first);
        assertThat(first.waiting()).isEqualTo(1);
    }

    @Test
    void anEditionStaysAsItWasComposedWhenAnArticleIsEdited() {
        pickUp(1, 1);
        Edition edition = compose(newsletter(), SLOT).edition();

        world.pickUp(article("folder:articles", "1.txt", "Le marché ferme.", 1));
        world.pickUp(article("folder:articles", "1.txt", "Le marché brûle.", 1));

        assertThat(world.editions().find(edition.id())).contains(edition);
        assertThat(world.editions().shelf(newsletter(), DAILY, TOMORROW).candidates())
                .isEmpty();
    }

    @Test
    void whatFoundNoRoomWaitsAndGoesBeforeNewerArticles() {
        Newsletter small = newsletter(new ArticleLimits(1, 2));
        pickUp(1, 3);
        assertThat(compose(small, SLOT).waiting()).isEqualTo(1);
        clock.forward(Duration.ofDays(1));
        pickUp(4, 5);

        Composed next = compose(small, TOMORROW);

        assertThat(next.edition().articles()).containsExactly(article(5), article(1));
        assertThat(next.edition().window()).isEqualTo(new Window(Optional.of(SLOT), TOMORROW));
        assertThat(next.edition().number()).isEqualTo(2);
        assertThat(next.waiting()).isEqualTo(1);
    }

    @Test
    void aSlotWithTooFewArticlesIsSkippedForGoodAndUsesNoNumber() {
        Newsletter picky = newsletter(new ArticleLimits(2, 5));
        pickUp(1, 1);
        Composition skipped = world.editions().resumeOrCompose(picky, DAILY, SLOT, Notes.NONE);
        pickUp(2, 2);

        assertThat(skipped).isEqualTo(new NothingToSay("1 new article, and articles.min asks for 2"));
        assertThat(world.editions().resumeOrCompose(picky, DAILY, SLOT, Notes.NONE))
                .isEqualTo(skipped);
        assertThat(compose(picky, TOMORROW).edition().number()).isEqualTo(1);
        assertThat(world.editions().skips(Optional.of(NEWSLETTER), 5))
                .containsExactly(new Skip(
                        new EditionKey(NEWSLETTER, "daily", SLOT), "1 new article, and articles.min asks for 2"));
    }

    @Test
    void skipsAreListedNewestFirstAndNoMoreThanAskedFor() {
        for (int day = 0; day < 3; day++) {
            world.editions().resumeOrCompose(newsletter(), DAILY, SLOT.plus(Duration.ofDays(day)), Notes.NONE);
        }

        assertThat(world.editions().skips(Optional.empty(), 2))
                .extracting(skip -> skip.key().slot())
                .containsExactly(SLOT.plus(Duration.ofDays(2)), TOMORROW);
        assertThat(world.editions().skips(Optional.of("another"), 2)).isEmpty();
    }

    @Test
    void cadencesHaveTheirOwnArticlesAndShareTheNumbers() {
        pickUp(1, 1);
        Edition daily = compose(newsletter(), SLOT).edition();

        Composed weekly = (Composed) world.editions()
                .resumeOrCompose(newsletter(), newsletter().cadences().get(1), SLOT, Notes.NONE);

        assertThat(weekly.edition().articles()).isEqualTo(daily.articles());
        assertThat(weekly.edition().number()).isEqualTo(2);
        assertThat(weekly.edition().window().from()).isEmpty();
    }

    @Test
    void theShelfShowsWhatTheNextEditionCouldBeMadeOf() {
        pickUp(1, 2);
        compose(newsletter(new ArticleLimits(1, 1)), SLOT);
        clock.forward(Duration.ofHours(1));
        pickUp(3, 3);
        Article undated = undated("4.txt");
        world.pickUp(undated);
        world.pickUp(article("folder:elsewhere", "5.txt", "Ailleurs.", 5));

        Shelf shelf = world.editions().shelf(newsletter(), DAILY, TOMORROW);

        assertThat(shelf.nextNumber()).isEqualTo(2);
        assertThat(shelf.previous()).contains(SLOT);
        assertThat(shelf.candidates())
                .extracting(Candidate::origin, Candidate::history)
                .containsExactlyInAnyOrder(
                        tuple(article(1).origin(), new History(published(1), true, false)),
                        tuple(article(3).origin(), History.fresh(published(3))),
                        tuple(undated.origin(), History.fresh(clock.instant())));
    }

    private static Instant published(int number) {
        return article(number).published().orElseThrow().instant();
    }

    private static Article undated(String name) {
        return new Article(
                new Origin("folder:articles", name),
                article(4).language(),
                article(4).headline(),
                "",
                article(4).blocks(),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Test
    void whatWasRenderedIsKeptOnceAndComesBackAsItWas() {
        pickUp(1, 1);
        Edition edition = compose(newsletter(), SLOT).edition();
        assertThat(world.editions().rendering(edition.id())).isEmpty();
        assertThat(world.editions().unfinished(NEWSLETTER, "daily")).contains(edition.key());

        world.editions().keep(edition.id(), Samples.rendering(edition));
        world.editions()
                .keep(
                        edition.id(),
                        Samples.rendering(new Edition(
                                new EditionId(NEWSLETTER, 99),
                                edition.key(),
                                edition.masthead(),
                                edition.window(),
                                edition.composedAt(),
                                edition.template(),
                                edition.stories())));

        assertThat(world.editions().rendering(edition.id())).contains(Samples.rendering(edition));
        assertThat(world.editions().unfinished(NEWSLETTER, "daily")).contains(edition.key());
        assertThat(world.editions().summary(edition.id()).orElseThrow().state()).isEqualTo(EditionState.RENDERED);
    }

    @Test
    void theOldestUnfinishedEditionIsFoundAndAFilledOneIsNot() {
        Edition first = Samples.rendered(world, SLOT);
        Edition second = Samples.rendered(world, TOMORROW);

        assertThat(world.editions().unfinished(NEWSLETTER, "daily")).contains(first.key());
        world.outbox().fill(first, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty());
        assertThat(world.editions().unfinished(NEWSLETTER, "daily")).contains(second.key());
        assertThat(world.editions().unfinished(NEWSLETTER, "weekly")).isEmpty();
    }

    @Test
    void editionsAreListedNewestFirst() {
        Edition first = Samples.rendered(world, SLOT);
        clock.forward(Duration.ofDays(1));
        Edition second = Samples.rendered(world, TOMORROW);
        world.outbox().fill(second, Duration.ofMinutes(2), InDoubtPolicy.RETRY, Optional.empty());

        List<Editions.Summary> list = world.editions().list(Optional.of(NEWSLETTER));

        assertThat(list).extracting(Editions.Summary::id).containsExactly(second.id(), first.id());
        assertThat(list.get(0))
                .isEqualTo(new Editions.Summary(
                        second.id(),
                        second.key(),
                        EditionState.FILLED,
                        "",
                        clock.instant(),
                        clock.instant().plus(Duration.ofMinutes(2)),
                        "La Gazette n° 2",
                        1));
        assertThat(world.editions().list(Optional.of("another"))).isEmpty();
        assertThat(world.editions().summary(second.id())).contains(list.get(0));
        assertThat(world.editions().summary(new EditionId("another", 1))).isEmpty();
        assertThat(world.editions().find(new EditionId("another", 1))).isEmpty();
    }

    @Test
    void onlyAFilledEditionCanBePausedAndOnlyAPausedOneResumed() {
        Edition edition = Samples.rendered(world, SLOT);
        assertThat(world.editions().pause(edition.id(), "early")).isFalse();
        world.outbox().fill(edition, Duration.ofHours(1), InDoubtPolicy.RETRY, Optional.empty());
        assertThat(world.editions().resume(edition.id())).isFalse();

        assertThat(world.editions().pause(edition.id(), "550 5.7.1 spam")).isTrue();
        assertThat(world.editions().pause(edition.id(), "Ctrl-C")).isFalse();
        assertThat(world.editions().summary(edition.id()).orElseThrow().pausedBecause())
                .as("the first says why")
                .isEqualTo("550 5.7.1 spam");
        assertThat(world.editions().resume(edition.id())).isTrue();

        Editions.Summary resumed = world.editions().summary(edition.id()).orElseThrow();
        assertThat(resumed.state()).isEqualTo(EditionState.FILLED);
        assertThat(resumed.pausedBecause()).isEmpty();
        assertThat(resumed.holdUntil()).as("the cool-down is waived").isEqualTo(clock.instant());
    }

    @Test
    void whyItWasSentDespiteErrorsIsKeptWithTheEditionOnceHoweverOftenItIsSaid() {
        pickUp(1, 1);
        Instant then = clock.instant();

        EditionId edition = despite("le prestataire répond demain").edition().id();
        clock.forward(Duration.ofMinutes(1));
        despite("le prestataire répond demain");

        assertThat(world.editions().course(edition))
                .containsExactly(new Deed(then, Kind.SENT_DESPITE_ERRORS, "le prestataire répond demain"));
    }

    @Test
    void anEditionThatWasComposedBeforeGetsTheReasonOfWhoSendsItNow() {
        pickUp(1, 1);
        EditionId edition = compose(newsletter(), SLOT).edition().id();
        assertThat(world.editions().course(edition)).isEmpty();

        despite("sans le logo");

        assertThat(world.editions().course(edition)).extracting(Deed::words).containsExactly("sans le logo");
    }

    @Test
    void aSlotThatIsSkippedKeepsNoReason() {
        assertThat(world.editions().resumeOrCompose(newsletter(), DAILY, SLOT, Notes.NONE, Optional.of("vite")))
                .isInstanceOf(NothingToSay.class);
        pickUp(1, 1);

        assertThat(world.editions()
                        .course(compose(newsletter(), TOMORROW).edition().id()))
                .isEmpty();
    }

    @Test
    void theCourseOfAnEditionHasWhatWasDoneToItInOrderAndNothingThatCameToNothing() {
        Edition edition = Samples.rendered(world, SLOT);
        world.editions().pause(edition.id(), "too early");
        world.outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty());
        world.editions().resume(edition.id());

        world.editions().pause(edition.id(), "mauvaise photo");
        world.editions().pause(edition.id(), "again");
        clock.forward(Duration.ofMinutes(1));
        world.editions().resume(edition.id());
        world.outbox().cancel(edition.id());
        world.outbox().cancel(edition.id());

        assertThat(world.editions().course(edition.id()))
                .extracting(Deed::kind, Deed::words, Deed::at)
                .containsExactly(
                        tuple(Kind.PAUSED, "mauvaise photo", clock.instant().minusSeconds(60)),
                        tuple(Kind.RESUMED, "", clock.instant()),
                        tuple(Kind.CANCELLED, "", clock.instant()));
        assertThat(world.editions().course(new EditionId("another", 1))).isEmpty();
    }

    private Composed despite(String why) {
        return (Composed) world.editions().resumeOrCompose(newsletter(), DAILY, SLOT, Notes.NONE, Optional.of(why));
    }

    private void pickUp(int from, int to) {
        for (int number = from; number <= to; number++) {
            world.pickUp(article(number));
        }
        clock.forward(Duration.ofSeconds(1));
    }

    private Composed compose(Newsletter newsletter, Instant slot) {
        return (Composed) world.editions().resumeOrCompose(newsletter, DAILY, slot, Notes.NONE);
    }
}
