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
import gazette.edition.Plan;
import gazette.edition.Rendering;
import gazette.edition.Shelf;
import gazette.edition.Story;
import gazette.edition.Verdict;
import gazette.edition.Window;
import gazette.pickup.Eagerness;
import gazette.pickup.Gathered;
import gazette.pickup.PickUp;
import gazette.pickup.PickUpReport;
import gazette.picture.Album;
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
     * @param rendering empty when there is no edition, or nobody asked for it
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

        /** The same with its edition rendered, if there is one. */
        private Outlook rendered(Newsletter newsletter, Prepress prepress) {
            Optional<Rendering> made = edition.map(of -> prepress.rendering(newsletter, of));
            return new Outlook(pickedUp, edition, made, waiting, reason, verdicts);
        }

        /** What is wrong with the pictures of the edition. */
        public List<Problem> pictures() {
            return edition.isEmpty() || rendering.isEmpty()
                    ? List.of()
                    : Illustrator.problems(edition.get(), rendering.get().illustrations());
        }
    }

    /** So many articles an edition for a look has at most. */
    public static final int MOST = 100;

    private final Articles articles;
    private final PickUp pickUp;
    private final Editions editions;
    private final Notes notes;
    private final Prepress prepress;
    private final Optional<Gathered> gathered;

    public Rehearsal(Articles articles, PickUp pickUp, Editions editions, Notes notes, Prepress prepress) {
        this(articles, pickUp, editions, notes, prepress, Optional.empty());
    }

    private Rehearsal(
            Articles articles,
            PickUp pickUp,
            Editions editions,
            Notes notes,
            Prepress prepress,
            Optional<Gathered> gathered) {
        this.articles = articles;
        this.pickUp = pickUp;
        this.editions = editions;
        this.notes = notes;
        this.prepress = prepress;
        this.gathered = gathered;
    }

    /**
     * The same for a look that waits for no network: of feeds and pictures it takes what is in memory, and it renders the
     * first variant alone. {@link #fetch} brings more into memory.
     */
    public Rehearsal forALook(Gathered feeds, Album pictures) {
        return new Rehearsal(articles, pickUp, editions, notes, prepress.forALook(pictures), Optional.of(feeds));
    }

    /** Whether {@link #fetch} has something to do at {@code now}. */
    public boolean isDue(Newsletter newsletter, Gathered feeds, Album pictures, Instant now) {
        return pictures.isWaiting() || feeds.isDue(pickUp, newsletter.sources(), now);
    }

    /** Asks the feeds whose time has come, and fetches the pictures that looks found missing; waits for both. */
    public void fetch(Newsletter newsletter, Gathered feeds, Album pictures) {
        feeds.ask(pickUp, newsletter.sources());
        prepress.fetch(pictures);
    }

    /**
     * Picks up into memory, from feeds only those that are due, composes and renders.
     *
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered
     * @throws gazette.edition.NoteUnreadable when the editor's note cannot be read
     */
    public Outlook run(Newsletter newsletter, Cadence cadence, Instant slot) {
        return new Table(newsletter, cadence, slot).outlook().rendered(newsletter, prepress);
    }

    /**
     * An edition that was made for a look, of articles whether readers had them or not.
     *
     * @param outlook on the coming edition, which is not rendered
     * @param sample empty when there are no such articles
     */
    public record Again(Outlook outlook, Optional<Sample> sample) {}

    /** An edition of articles that were picked up, and its rendering. */
    public record Sample(Edition edition, Rendering rendering) {}

    /**
     * Picks up into memory and makes an edition of the newest articles, as they would be printed.
     *
     * @param most so many articles, at least 1
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered
     * @throws gazette.edition.NoteUnreadable when the editor's note cannot be read
     */
    public Again last(Newsletter newsletter, Cadence cadence, Instant slot, int most) {
        return new Table(newsletter, cadence, slot).again(most, Instant.MIN);
    }

    /**
     * The same of those since a moment, as their publishers say, or else as they were picked up; {@link #MOST} at most.
     */
    public Again since(Newsletter newsletter, Cadence cadence, Instant slot, Instant since) {
        return new Table(newsletter, cadence, slot).again(MOST, since);
    }

    /**
     * An edition of the newest articles that were picked up before: for a look at the template when nothing is new. Picks
     * nothing up.
     *
     * @param most so many articles, at least 1
     * @return empty when nothing was ever picked up
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered
     */
    public Optional<Sample> again(Newsletter newsletter, Cadence cadence, Instant slot, int most) {
        Shelf shelf = editions.shelf(newsletter, cadence, slot);
        EditionKey key = new EditionKey(newsletter.id(), cadence.name(), slot);
        return sample(newsletter, cadence, key, shelf, newest(articles, newsletter, most, Instant.MIN), articles);
    }

    /** What lies before whoever composes: all that was picked up, and the shelf with it. */
    private final class Table {
        private final Newsletter newsletter;
        private final Cadence cadence;
        private final EditionKey key;
        private final ArticlesInMemory memory;
        private final PickUpReport pickedUp;
        private final Shelf shelf;

        Table(Newsletter newsletter, Cadence cadence, Instant slot) {
            prepress.expect(newsletter.on(cadence));
            this.newsletter = newsletter;
            this.cadence = cadence;
            this.key = new EditionKey(newsletter.id(), cadence.name(), slot);
            this.memory = new ArticlesInMemory(articles, slot);
            this.pickedUp = gathered.map(feeds -> feeds.into(memory, pickUp, newsletter.sources()))
                    .orElseGet(() -> pickUp.into(memory).run(newsletter.sources(), Eagerness.DUE));
            this.shelf = new Restocking(newsletter, slot)
                    .restock(editions.shelf(newsletter, cadence, slot), memory.fresh(), memory.edited());
        }

        /** Not rendered. */
        Outlook outlook() {
            Newsletter own = newsletter.on(cadence);
            Choice choice = Choice.of(own, shelf);
            Optional<Edition> edition =
                    choice.isEmpty() ? Optional.empty() : Optional.of(edition(own, key, shelf, stories(choice)));
            return new Outlook(
                    pickedUp, edition, Optional.empty(), choice.waiting(), choice.reason(), choice.verdicts());
        }

        private List<Story> stories(Choice choice) {
            return choice.stories().stream()
                    .map(pick -> pick.story(memory.load(List.of(pick.origin())).get(0)))
                    .toList();
        }

        Again again(int most, Instant since) {
            List<Origin> newest = newest(memory, newsletter, most, since);
            return new Again(outlook(), sample(newsletter, cadence, key, shelf, newest, memory));
        }
    }

    private static List<Origin> newest(Articles from, Newsletter newsletter, int most, Instant since) {
        List<String> sources = newsletter.sources().stream().map(Source::key).toList();
        return from.list(sources, most).stream()
                .filter(listed -> !listed.published().isBefore(since))
                .map(Listed::origin)
                .toList();
    }

    private Optional<Sample> sample(
            Newsletter newsletter, Cadence cadence, EditionKey key, Shelf shelf, List<Origin> newest, Articles from) {
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        List<Story> stories = standingIn(newsletter, shelf.plan(), from.load(newest));
        Edition edition = edition(newsletter.on(cadence), key, shelf, stories);
        return Optional.of(new Sample(edition, prepress.rendering(newsletter, edition)));
    }

    private static List<Story> standingIn(Newsletter newsletter, Plan plan, List<Article> found) {
        return IntStream.range(0, found.size())
                .mapToObj(place -> standingIn(newsletter, plan, found.get(place), place))
                .toList();
    }

    private static Story standingIn(Newsletter newsletter, Plan plan, Article article, int place) {
        Form form = Optional.ofNullable(plan.forms().get(article.origin()))
                .orElseGet(() -> newsletter.presentation().form(place, article.address()));
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
                notes.note(own, key, shelf.nextNumber(), shelf.plan()),
                stories);
    }

    /** What would become of each article if the edition were made of what the store holds now: without picking up. */
    public List<Verdict> verdicts(Newsletter newsletter, Cadence cadence, Instant slot) {
        return Choice.of(newsletter.on(cadence), editions.shelf(newsletter, cadence, slot))
                .verdicts();
    }
}
