package gazette.proof;

import gazette.article.Article;
import gazette.delivery.CompiledEdition;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Illustrations;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.edition.Story;
import gazette.edition.Window;
import gazette.picture.Illustrator;
import gazette.subscriber.Readership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A few articles as a newsletter prints them, for a look: as an edition that is none. Nobody on the web is asked for
 * pictures, and nothing is written.
 */
public record Trial(Edition edition, Rendering rendering, CompiledEdition compiled) {
    /** An edition has some number: this one's is that of the first. */
    private static final int NUMBER = 1;

    /**
     * Renders {@code articles} in their order, each in the form of its place.
     *
     * @throws gazette.render.TemplateProblem when the template fails
     */
    public static Trial of(
            Workbench bench, Newsletter newsletter, Cadence cadence, Instant slot, List<Article> articles) {
        Newsletter own = newsletter.on(cadence);
        Edition edition = new Edition(
                new EditionId(own.id(), NUMBER),
                new EditionKey(own.id(), cadence.name(), slot),
                own.masthead(),
                new Window(Optional.empty(), slot),
                slot,
                own.template(),
                stories(own, articles));
        Illustrations pictures =
                new Illustrator().illustrate(edition, own.presentation().pictures());
        Rendering rendering = bench.renderer().render(edition, pictures, Readership.NOBODY);
        return new Trial(edition, rendering, bench.press().compile(edition, rendering));
    }

    private static List<Story> stories(Newsletter own, List<Article> articles) {
        return IntStream.range(0, articles.size())
                .mapToObj(place -> story(own, articles.get(place), place))
                .toList();
    }

    private static Story story(Newsletter own, Article article, int place) {
        return new Story(
                article,
                article.topics(),
                List.of(),
                false,
                "",
                own.presentation().form(place, article.address()));
    }
}
