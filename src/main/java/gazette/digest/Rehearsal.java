package gazette.digest;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Articles.Listed;
import gazette.article.Origin;
import gazette.article.Problem;
import gazette.article.Source;
import gazette.edition.Cadence;
import gazette.edition.Choice;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Editions;
import gazette.edition.Form;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Rendering;
import gazette.edition.Shelf;
import gazette.edition.Story;
import gazette.edition.Verdict;
import gazette.edition.Window;
import gazette.pickup.Eagerness;
import gazette.pickup.PickUp;
import gazette.pickup.PickUpReport;
import gazette.picture.Illustrator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A digest run that writes nothing: what {@link DigestRun} would make of a slot, with the real articles. The store may
 * be read-only.
 */
public final class Rehearsal {
    /**
     * What the run would come to.
     *
     * @param edition empty when there would be none
     * @param rendering empty when there is no edition
     * @param waiting articles that would find no room
     * @param reason why there would be no edition; empty when there is one
     * @param verdicts what would become of each candidate, and why; see {@link Choice#verdicts}
     */
    public record Outlook(
            PickUpReport pickedUp,
            Optional<Edition> edition,
            Optional<Rendering> rendering,
            int waiting,
            String reason,
            List<Verdict> verdicts) {
        public Outlook {
            verdicts = List.copyOf(verdicts);
        }

        /** What is wrong with the pictures of the edition. */
        public List<Problem> pictures() {
            return edition.isEmpty() || rendering.isEmpty()
                    ? List.of()
                    : Illustrator.problems(edition.get(), rendering.get().illustrations());
        }
    }

    private final Articles articles;
    private final PickUp pickUp;
    private final Editions editions;
    private final Notes notes;
    private final Prepress prepress;

    public Rehearsal(Articles articles, PickUp pickUp, Editions editions, Notes notes, Prepress prepress) {
        this.articles = articles;
        this.pickUp = pickUp;
        this.editions = editions;
        this.notes = notes;
        this.prepress = prepress;
    }

    /**
     * Picks up into memory, from feeds only those that are due, composes and renders.
     *
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered
     */
    public Outlook run(Newsletter newsletter, Cadence cadence, Instant slot) {
        ArticlesInMemory memory = new ArticlesInMemory(articles);
        PickUpReport pickedUp = pickUp.into(memory).run(newsletter.sources(), Eagerness.DUE);
        Shelf shelf = new Restocking(newsletter, slot)
                .restock(editions.shelf(newsletter, cadence, slot), memory.fresh(), memory.edited());
        Newsletter own = newsletter.on(cadence);
        Choice choice = Choice.of(own, shelf);
        if (choice.isEmpty()) {
            return new Outlook(
                    pickedUp, Optional.empty(), Optional.empty(), choice.waiting(), choice.reason(), choice.verdicts());
        }
        List<Story> stories = choice.stories().stream()
                .map(pick -> pick.story(memory.load(List.of(pick.origin())).get(0)))
                .toList();
        Edition edition = edition(own, new EditionKey(newsletter.id(), cadence.name(), slot), shelf, stories);
        return new Outlook(
                pickedUp,
                Optional.of(edition),
                Optional.of(prepress.rendering(newsletter, edition)),
                choice.waiting(),
                "",
                choice.verdicts());
    }

    /** An edition that was made for a look. */
    public record Sample(Edition edition, Rendering rendering) {}

    /**
     * An edition of the newest articles that were picked up before, whether readers had them or not: for a look at the
     * template when nothing is new. Picks nothing up; prints as much of each as the newsletter does.
     *
     * @param most so many articles, at least 1
     * @return empty when nothing was ever picked up
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered
     */
    public Optional<Sample> again(Newsletter newsletter, Cadence cadence, Instant slot, int most) {
        List<String> sources = newsletter.sources().stream().map(Source::key).toList();
        List<Origin> newest =
                articles.list(sources, most).stream().map(Listed::origin).toList();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        List<Story> stories = standingIn(newsletter, articles.load(newest));
        EditionKey key = new EditionKey(newsletter.id(), cadence.name(), slot);
        Edition edition = edition(newsletter.on(cadence), key, editions.shelf(newsletter, cadence, slot), stories);
        return Optional.of(new Sample(edition, prepress.rendering(newsletter, edition)));
    }

    private static List<Story> standingIn(Newsletter newsletter, List<Article> found) {
        return IntStream.range(0, found.size())
                .mapToObj(place -> standingIn(newsletter, found.get(place), place))
                .toList();
    }

    private static Story standingIn(Newsletter newsletter, Article article, int place) {
        Form form = newsletter.presentation().form(place, article.address());
        return new Story(article, article.topics(), List.of(), false, "", form);
    }

    private Edition edition(Newsletter own, EditionKey key, Shelf shelf, List<Story> stories) {
        return new Edition(
                new EditionId(own.id(), shelf.nextNumber()),
                key,
                own.masthead(),
                new Window(shelf.previous(), key.slot()),
                key.slot(),
                own.template(),
                notes.note(own, key, shelf.nextNumber()),
                stories);
    }

    /** What would become of each article if the edition were made of what the store holds now: without picking up. */
    public List<Verdict> verdicts(Newsletter newsletter, Cadence cadence, Instant slot) {
        return Choice.of(newsletter.on(cadence), editions.shelf(newsletter, cadence, slot))
                .verdicts();
    }
}
