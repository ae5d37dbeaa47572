package gazette.store;

import static gazette.store.Samples.DAILY;
import static gazette.store.Samples.SLOT;
import static gazette.store.Samples.article;
import static gazette.store.Samples.newsletter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Source;
import gazette.article.SourceLanguage;
import gazette.edition.ArticleLimits;
import gazette.edition.Choice;
import gazette.edition.Composition;
import gazette.edition.Composition.Composed;
import gazette.edition.Composition.NothingToSay;
import gazette.edition.Edition;
import gazette.edition.EditionKey;
import gazette.edition.Form;
import gazette.edition.Newsletter;
import gazette.edition.Note;
import gazette.edition.NoteUnreadable;
import gazette.edition.Notes;
import gazette.edition.Plan;
import gazette.edition.Story;
import gazette.edition.Supply;
import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link gazette.edition.Editions} promises of the plans that editors make. */
abstract class PlannedContract {
    private static final Instant TOMORROW = SLOT.plus(Duration.ofDays(1));
    private static final Instant LATER = SLOT.plus(Duration.ofDays(2));

    private World world;

    abstract World world(Clock clock);

    @BeforeEach
    void open() {
        world = world(new HandClock());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void pickUp(int... numbers) {
        IntStream.of(numbers).forEach(number -> world.pickUp(article(number)));
    }

    private static Origin origin(int number) {
        return article(number).origin();
    }

    private void plan(UnaryOperator<Plan> change) {
        world.plans().change(Samples.NEWSLETTER, DAILY.name(), change);
    }

    private Plan plan() {
        return world.plans().plan(Samples.NEWSLETTER, DAILY.name());
    }

    private Composition composition(Newsletter newsletter, Instant slot, Notes notes) {
        return world.editions().resumeOrCompose(newsletter, DAILY, slot, notes);
    }

    private Edition compose(Instant slot) {
        return ((Composed) composition(newsletter(), slot, Notes.NONE)).edition();
    }

    private static List<Origin> in(Edition edition) {
        return edition.stories().stream().map(story -> story.article().origin()).toList();
    }

    private List<Verdict> verdicts(Instant slot) {
        return Choice.of(newsletter(), world.editions().shelf(newsletter(), DAILY, slot))
                .verdicts();
    }

    @Test
    void theNextEditionFollowsThePlanAndUsesItUp() {
        pickUp(1, 2, 3);
        plan(plan -> plan.leftOut(origin(3))
                .inForm(origin(2), Form.BRIEF)
                .moved(origin(1), 0, List.of(story(2), story(1)))
                .withNote("Bonjour.\n\nBonne lecture."));

        Edition edition = compose(SLOT);

        assertThat(in(edition)).containsExactly(origin(1), origin(2));
        assertThat(edition.stories()).extracting(Story::form).containsExactly(Form.LONG, Form.BRIEF);
        assertThat(edition.note().orElseThrow().blocks()).hasSize(2);
        assertThat(plan()).isEqualTo(Plan.NONE);
        assertThat(compose(SLOT)).isEqualTo(edition);
    }

    private static Story story(int number) {
        return new Story(article(number), List.of(), List.of(), false, "", Form.LONG);
    }

    @Test
    void whatWasLeftOutIsNoCandidateUntilAnEditorPutsItBack() {
        pickUp(1, 2);
        plan(plan -> plan.leftOut(origin(1)));
        compose(SLOT);
        pickUp(3);

        Edition second = compose(TOMORROW);
        List<Verdict> settled = verdicts(LATER);
        plan(plan -> plan.putBack(origin(1)));
        Edition third = compose(LATER);

        assertThat(in(second)).containsExactly(origin(3));
        assertThat(settled)
                .extracting(Verdict::origin, Verdict::place, Verdict::why)
                .containsExactly(tuple(origin(1), Place.OUT, "left out of n° 1 by the editor"));
        assertThat(in(third)).containsExactly(origin(1));
        assertThat(verdicts(LATER)).isEmpty();
    }

    @Test
    void aSlotWithoutAnEditionLeavesThePlanToTheNext() {
        pickUp(1);
        plan(plan -> plan.leftOut(origin(1)).withNote("Bonjour."));
        Plan before = plan();

        assertThat(composition(newsletter(), SLOT, Notes.NONE)).isInstanceOf(NothingToSay.class);
        assertThat(plan()).isEqualTo(before);
        pickUp(2);

        assertThat(in(compose(TOMORROW))).containsExactly(origin(2));
        assertThat(plan()).isEqualTo(Plan.NONE);
    }

    @Test
    void aCompositionThatFailsLeavesThePlan() {
        pickUp(1, 2);
        plan(plan -> plan.leftOut(origin(1)).withNote("Bonjour."));
        Plan before = plan();
        Notes unreadable = new Notes() {
            @Override
            public Optional<Note> note(Newsletter newsletter, EditionKey key, int number) {
                return Optional.empty();
            }

            @Override
            public Note typed(Newsletter newsletter, String text) {
                throw new NoteUnreadable("mend «" + text + "»");
            }
        };

        assertThatThrownBy(() -> composition(newsletter(), SLOT, unreadable)).isInstanceOf(NoteUnreadable.class);

        assertThat(plan()).isEqualTo(before);
        assertThat(world.editions().list(Optional.empty())).isEmpty();
        assertThat(in(compose(SLOT))).containsExactly(origin(2));
    }

    @Test
    void aStoryThatReadersHadComesAgainWhenAnEditorPutsItBackAndOnlyThen() {
        pickUp(1);
        compose(SLOT);
        plan(plan -> plan.putBack(origin(1)));

        Edition again = compose(TOMORROW);

        assertThat(in(again)).containsExactly(origin(1));
        assertThat(again.number()).isEqualTo(2);
        assertThat(composition(newsletter(), LATER, Notes.NONE)).isInstanceOf(NothingToSay.class);
    }

    @Test
    void whatToldTheSameAsAStoryThatWentOutIsPutBack() {
        Origin late = new Origin("folder:blog", "deux.txt");
        world.pickUp(Samples.article("folder:articles", "un.txt", "Le marché rouvre.", 1));
        composition(withABlog(), SLOT, Notes.NONE);
        world.pickUp(Samples.article(late.source(), late.name(), "Le marché, vu du blog.", 1));
        assertThat(composition(withABlog(), TOMORROW, Notes.NONE)).isInstanceOf(NothingToSay.class);
        plan(plan -> plan.putBack(late));

        Composed composed = (Composed) composition(withABlog(), LATER, Notes.NONE);

        assertThat(in(composed.edition())).containsExactly(late);
    }

    private static Newsletter withABlog() {
        Newsletter one = newsletter();
        Source blog = new FolderSource("blog", Path.of("/blog"), Samples.PARIS, SourceLanguage.of(Locale.FRENCH));
        return new Newsletter(
                one.masthead(),
                List.of(one.supplies().get(0), Supply.of(blog)),
                one.selection(),
                one.cadences(),
                one.subscribers(),
                one.template(),
                one.presentation(),
                one.cooldown(),
                one.inDoubt());
    }

    @Test
    void whatIsPutBackIsInBesideThoseThatTheLimitsLetIn() {
        pickUp(1, 2, 3);
        plan(plan -> plan.putBack(origin(1)));

        Edition edition = ((Composed) composition(newsletter(new ArticleLimits(1, 1)), SLOT, Notes.NONE)).edition();

        assertThat(in(edition)).containsExactly(origin(3), origin(1));
    }

    @Test
    void whatIsNamedAndNotThereIsIgnored() {
        pickUp(1);
        Origin nobody = new Origin("folder:articles", "absent.txt");
        plan(plan -> plan.putBack(nobody).inForm(nobody, Form.SHORT));
        plan(plan -> plan.leftOut(new Origin("folder:ailleurs", "absent.txt")));

        assertThat(in(compose(SLOT))).containsExactly(origin(1));
        assertThat(plan()).isEqualTo(Plan.NONE);
    }

    @Test
    void theShelfShowsThePlan() {
        pickUp(1);
        plan(plan -> plan.leftOut(origin(1)));

        assertThat(world.editions().shelf(newsletter(), DAILY, SLOT).plan()).isEqualTo(plan());
        assertThat(verdicts(SLOT)).extracting(Verdict::why).containsExactly("left out by the editor");
    }
}
