package gazette.digest;

import gazette.delivery.Outbox;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.picture.Illustrator;
import gazette.render.Renderer;
import gazette.subscriber.Readership;

/** Makes the rendering of an edition: its pictures, and a variant for each kind of reader. Writes nothing. */
public final class Prepress {
    private final Illustrator illustrator;
    private final Renderer renderer;
    private final Outbox outbox;

    /**
     * Of these tools.
     *
     * @param outbox that tells what readers there are
     */
    public Prepress(Illustrator illustrator, Renderer renderer, Outbox outbox) {
        this.illustrator = illustrator;
        this.renderer = renderer;
        this.outbox = outbox;
    }

    /**
     * What readers of {@code edition} would get now.
     *
     * @throws gazette.render.TemplateProblem when it cannot be rendered
     */
    Rendering rendering(Newsletter newsletter, Edition edition) {
        Illustrations pictures =
                illustrator.illustrate(edition, newsletter.presentation().pictures());
        Readership readers = outbox.readership(newsletter.id(), edition.key().cadence());
        return renderer.render(edition, pictures, readers);
    }
}
