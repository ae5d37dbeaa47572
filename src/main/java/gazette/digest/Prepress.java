package gazette.digest;

import gazette.delivery.Outbox;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.picture.Album;
import gazette.picture.Illustrator;
import gazette.render.Renderer;
import gazette.subscriber.Readership;
import java.util.function.BiFunction;

/** Makes the rendering of an edition: its pictures, and a variant for each kind of reader. Writes nothing. */
public final class Prepress {
    private final Illustrator illustrator;
    private final Renderer renderer;
    private final BiFunction<String, String, Readership> readers;

    /**
     * Of these tools.
     *
     * @param outbox that tells what readers there are
     */
    public Prepress(Illustrator illustrator, Renderer renderer, Outbox outbox) {
        this(illustrator, renderer, outbox::readership);
    }

    private Prepress(Illustrator illustrator, Renderer renderer, BiFunction<String, String, Readership> readers) {
        this.illustrator = illustrator;
        this.renderer = renderer;
        this.readers = readers;
    }

    /**
     * The same for a look: of pictures from the web it takes those that {@code album} has, and it makes the first variant
     * alone; the others are made when a reader's message is.
     */
    Prepress forALook(Album album) {
        return new Prepress(illustrator.from(album), renderer, (newsletter, cadence) -> Readership.NOBODY);
    }

    /** Gets the template of {@code newsletter} ready meanwhile: its edition is about to be made. */
    void expect(Newsletter newsletter) {
        renderer.prepare(newsletter.template());
    }

    /** Fetches what looks found missing in {@code album}. */
    void fetch(Album album) {
        illustrator.fetch(album);
    }

    /**
     * What readers of {@code edition} would get now.
     *
     * @throws gazette.render.TemplateProblem when it cannot be rendered
     */
    Rendering rendering(Newsletter newsletter, Edition edition) {
        Illustrations pictures =
                illustrator.illustrate(edition, newsletter.presentation().pictures());
        return renderer.render(
                edition, pictures, readers.apply(newsletter.id(), edition.key().cadence()));
    }
}
