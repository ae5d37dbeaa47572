package gazette.pickup;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Problem;
import gazette.article.Published;
import gazette.article.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one look at one source gave, before it is stored.
 *
 * @param after how the source is doing now
 * @param isFirst whether it was never read before
 */
record Reading(
        Source source,
        SourceOutcome.Kind kind,
        Health after,
        boolean isFirst,
        List<Article> articles,
        List<Problem> problems) {
    private static final Comparator<Article> NEWEST_FIRST = Comparator.comparing((Article article) ->
                    article.published().map(Published::instant).orElse(Instant.MIN))
            .reversed();

    Reading {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }

    /** Those that the first reading leaves out: all but the newest; what has no date counts as the oldest. */
    Set<Origin> old() {
        if (!isFirst) {
            return Set.of();
        }
        return articles.stream()
                .sorted(NEWEST_FIRST)
                .skip(source.first().taken())
                .map(Article::origin)
                .collect(Collectors.toSet());
    }
}
