package gazette.digest;

import gazette.article.Articles;
import gazette.edition.Cadence;
import gazette.edition.Choice;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Editions;
import gazette.edition.Newsletter;
import gazette.edition.Shelf;
import gazette.edition.Variant;
import gazette.edition.Verdict;
import gazette.edition.Window;
import gazette.pickup.Eagerness;
import gazette.pickup.PickUp;
import gazette.pickup.PickUpReport;
import gazette.render.Renderer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A digest run that writes nothing: what {@link DigestRun} would make of a slot, with the real articles. The store may
 * be read-only.
 */
public final class Rehearsal {
    /**
     * What the run would come to.
     *
     * @param edition empty when there would be none
     * @param variants empty when there is no edition
     * @param waiting articles that would find no room
     * @param reason why there would be no edition; empty when there is one
     * @param verdicts what would become of each candidate, and why; see {@link Choice#verdicts}
     */
    public record Outlook(
            PickUpReport pickedUp,
            Optional<Edition> edition,
            List<Variant> variants,
            int waiting,
            String reason,
            List<Verdict> verdicts) {
        public Outlook {
            variants = List.copyOf(variants);
            verdicts = List.copyOf(verdicts);
        }
    }

    private final Articles articles;
    private final PickUp pickUp;
    private final Editions editions;
    private final Renderer renderer;

    public Rehearsal(Articles articles, PickUp pickUp, Editions editions, Renderer renderer) {
        this.articles = articles;
        this.pickUp = pickUp;
        this.editions = editions;
        this.renderer = renderer;
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
        Choice choice = Choice.of(newsletter, shelf);
        if (choice.isEmpty()) {
            return new Outlook(
                    pickedUp, Optional.empty(), List.of(), choice.waiting(), choice.reason(), choice.verdicts());
        }
        Edition edition = new Edition(
                new EditionId(newsletter.id(), shelf.nextNumber()),
                new EditionKey(newsletter.id(), cadence.name(), slot),
                newsletter.masthead(),
                new Window(shelf.previous(), slot),
                slot,
                newsletter.template(),
                choice.stories().stream()
                        .map(pick ->
                                pick.story(memory.load(List.of(pick.origin())).get(0)))
                        .toList());
        return new Outlook(
                pickedUp, Optional.of(edition), renderer.variants(edition), choice.waiting(), "", choice.verdicts());
    }

    /** What would become of each article if the edition were made of what the store holds now: without picking up. */
    public List<Verdict> verdicts(Newsletter newsletter, Cadence cadence, Instant slot) {
        return Choice.of(newsletter, editions.shelf(newsletter, cadence, slot)).verdicts();
    }
}
