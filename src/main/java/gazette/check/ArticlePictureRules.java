package gazette.check;

import gazette.article.Article;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Picture;
import gazette.check.Finding.Level;
import gazette.edition.Illustrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pictures of the articles: what is known of each before it stands in a message. */
final class ArticlePictureRules implements Rule {
    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.making().ifPresent(making -> leftOut(specimen, making, findings));
        return findings;
    }

    private static void leftOut(Specimen specimen, Making making, List<Finding> findings) {
        for (Article article : making.edition().articles()) {
            pictures(article).forEach(picture -> {
                Illustrations.Shown shown =
                        making.rendering().illustrations().shown().get(Illustrations.key(picture));
                if (shown != null && !shown.problem().isEmpty()) {
                    findings.add(problem(specimen, article, picture, shown));
                }
            });
            captions(specimen, article, findings);
        }
    }

    private static Stream<Picture> pictures(Article article) {
        return Stream.concat(
                article.picture().stream(),
                article.blocks().stream().filter(Figure.class::isInstance).map(block -> ((Figure) block).picture()));
    }

    private static Finding problem(Specimen specimen, Article article, Picture picture, Illustrations.Shown shown) {
        Optional<Finding.Spot> spot = Optional.of(specimen.origins().whole(article));
        Sentence of = name(picture).isBlank()
                ? Sentence.named("picture.unnamed", "the picture of {0}", Quote.of(article.title()))
                : Sentence.named(
                        "picture.named", "the picture {0} of {1}", Quote.of(name(picture)), Quote.of(article.title()));
        Term problem = new Term.Said(shown.problem());
        return shown.picture().isEmpty()
                ? new Finding(
                        Level.WARN,
                        "picture-left-out",
                        Place.PICTURES,
                        Optional.empty(),
                        spot,
                        Sentence.of("{0} is left out: {1}", of, problem),
                        Sentence.of("mend it there, or take it out of the article"),
                        List.of(specimen.persona()))
                : new Finding(
                        Level.INFO,
                        "picture-odd",
                        Place.PICTURES,
                        Optional.empty(),
                        spot,
                        Sentence.of("{0}: {1}", of, problem),
                        Sentence.of("look at it in gazette preview"),
                        List.of(specimen.persona()));
    }

    private static String name(Picture picture) {
        return picture instanceof LinkedPicture linked ? linked.address().toString() : picture.alt();
    }

    private static void captions(Specimen specimen, Article article, List<Finding> findings) {
        article.blocks().stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .filter(figure ->
                        figure.picture().alt().isBlank() && !figure.caption().isBlank())
                .forEach(figure -> findings.add(new Finding(
                        Level.INFO,
                        "alt-empty-above-caption",
                        Place.PICTURES,
                        Optional.empty(),
                        Optional.of(specimen.origins().whole(article)),
                        Sentence.of(
                                "the picture above {0} has no alt: who does not see it learns what it is called, not what it shows",
                                Quote.of(figure.caption())),
                        Sentence.of("write an alt that says what it shows"),
                        List.of(specimen.persona()))));
    }
}
