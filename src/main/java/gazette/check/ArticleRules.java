package gazette.check;

import gazette.article.Article;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import gazette.edition.Edition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules on the articles of an edition. */
public final class ArticleRules {
    private ArticleRules() {}

    /**
     * What is the matter with the articles of {@code edition}.
     *
     * @param places where people find an article
     */
    public static List<Finding> of(Edition edition, Function<Article, Spot> places) {
        return edition.articles().stream()
                .filter(article -> article.headline().isEmpty())
                .map(article -> withoutHeadline(article, places.apply(article)))
                .toList();
    }

    private static Finding withoutHeadline(Article article, Spot place) {
        return new Finding(
                Level.INFO,
                "article-without-headline",
                Place.ARTICLE,
                Optional.empty(),
                Optional.of(place),
                Sentence.of(
                        "it has no headline: readers see the beginning of its lead, {0}", new Quote(article.title())),
                Sentence.of("write a headline on a line of its own above the text"),
                List.of());
    }
}
