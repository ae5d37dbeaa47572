package gazette.check;

import gazette.article.Article;
import gazette.check.Finding.Level;
import gazette.edition.Edition;
import java.util.List;

/** Rules on the articles of an edition. */
public final class ArticleRules {
    private ArticleRules() {}

    /** What is the matter with the articles of {@code edition}. */
    public static List<Finding> of(Edition edition) {
        return edition.articles().stream()
                .filter(article -> article.headline().isEmpty())
                .map(ArticleRules::withoutHeadline)
                .toList();
    }

    private static Finding withoutHeadline(Article article) {
        return new Finding(
                Level.INFO,
                "article-without-headline",
                article.origin().name(),
                "it has no headline: readers see the beginning of its lead, «" + article.title() + "»",
                "write a headline on a line of its own above the text");
    }
}
