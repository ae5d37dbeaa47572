package gazette.digest;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Published;
import gazette.edition.Cadence;
import gazette.edition.Candidate;
import gazette.edition.Choice;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Editions;
import gazette.edition.Newsletter;
import gazette.edition.Shelf;
import gazette.edition.Story;
import gazette.edition.Variant;
import gazette.edition.Window;
import gazette.pickup.PickUp;
import gazette.pickup.PickUpReport;
import gazette.render.Renderer;
import gazette.text.FolderReader;
import java.time.Instant;
import java.util.ArrayList;
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
     */
    public record Outlook(
            PickUpReport pickedUp, Optional<Edition> edition, List<Variant> variants, int waiting, String reason) {
        public Outlook {
            variants = List.copyOf(variants);
        }
    }

    private final Articles articles;
    private final FolderReader folders;
    private final Editions editions;
    private final Renderer renderer;

    public Rehearsal(Articles articles, FolderReader folders, Editions editions, Renderer renderer) {
        this.articles = articles;
        this.folders = folders;
        this.editions = editions;
        this.renderer = renderer;
    }

    /**
     * Picks up into memory, composes and renders.
     *
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered
     */
    public Outlook run(Newsletter newsletter, Cadence cadence, Instant slot) {
        ArticlesInMemory memory = new ArticlesInMemory(articles);
        PickUpReport pickedUp = new PickUp(memory, folders).run(newsletter.sources());
        Shelf shelf = withFresh(editions.shelf(newsletter, cadence), memory.fresh(), slot);
        Choice choice = Choice.of(newsletter.selection().limits(), shelf);
        if (choice.isEmpty()) {
            return new Outlook(pickedUp, Optional.empty(), List.of(), choice.waiting(), choice.reason());
        }
        Edition edition = new Edition(
                new EditionId(newsletter.id(), shelf.nextNumber()),
                new EditionKey(newsletter.id(), cadence.name(), slot),
                newsletter.masthead(),
                new Window(shelf.previous(), slot),
                slot,
                newsletter.template(),
                memory.load(choice.in()).stream().map(Story::of).toList());
        return new Outlook(pickedUp, Optional.of(edition), renderer.variants(edition), choice.waiting(), "");
    }

    private static Shelf withFresh(Shelf shelf, List<Article> fresh, Instant now) {
        List<Candidate> candidates = new ArrayList<>(shelf.candidates());
        for (Article article : fresh) {
            Instant published = article.published().map(Published::instant).orElse(now);
            candidates.add(new Candidate(article.origin(), published, false));
        }
        return new Shelf(shelf.nextNumber(), shelf.previous(), candidates);
    }
}
