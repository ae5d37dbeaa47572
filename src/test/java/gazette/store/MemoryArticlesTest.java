package gazette.store;

import gazette.article.Articles;
import gazette.article.MemoryArticles;

final class MemoryArticlesTest extends ArticlesContract {
    private final Articles articles = new MemoryArticles();

    @Override
    Articles articles() {
        return articles;
    }
}
