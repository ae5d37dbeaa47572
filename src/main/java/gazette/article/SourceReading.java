package gazette.article;

import gazette.article.PickUpReport.Problem;
import java.util.List;

/** What one look at one source gave: the articles that could be read, and what could not. */
record SourceReading(List<Article> articles, List<Problem> problems) {
    SourceReading {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }
}
