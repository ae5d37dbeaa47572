package gazette.article;

import java.util.List;

/** What one look at one source gave: the articles that could be read, and what could not. */
public record SourceReading(List<Article> articles, List<Problem> problems) {
    public SourceReading {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }
}
