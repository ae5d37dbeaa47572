package gazette.pickup;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Articles.Standing;
import gazette.article.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Stores readings in two commits: the articles, then how their sources are doing. In this order a kill between the two
 * costs a feed that is read again; the other way round, its ETag would hide articles that nobody has.
 */
final class Keeping {
    private final Articles articles;
    private final Sources sources;
    private final Instant now;

    Keeping(Articles articles, Sources sources, Instant now) {
        this.articles = articles;
        this.sources = sources;
        this.now = now;
    }

    /** Stores them together; what each came to, in the same order. */
    List<SourceOutcome> keep(List<Reading> readings) {
        List<Article> all = new ArrayList<>();
        Set<Origin> old = new HashSet<>();
        for (Reading reading : readings) {
            all.addAll(reading.articles());
            old.addAll(reading.old());
        }
        Iterator<Standing> standings = (all.isEmpty() ? List.<Standing>of() : articles.keep(all, old)).iterator();
        List<SourceOutcome> outcomes = new ArrayList<>();
        List<Health> health = new ArrayList<>();
        for (Reading reading : readings) {
            SourceOutcome outcome = outcome(reading, standings);
            outcomes.add(outcome);
            health.add(outcome.fresh() > 0 ? reading.after().withNew(now) : reading.after());
        }
        sources.keep(health);
        return outcomes;
    }

    private static SourceOutcome outcome(Reading reading, Iterator<Standing> standings) {
        Set<Origin> old = reading.old();
        int fresh = 0;
        int edited = 0;
        for (Article article : reading.articles()) {
            switch (standings.next()) {
                case NEW -> fresh += old.contains(article.origin()) ? 0 : 1;
                case EDITED -> edited++;
                case KNOWN -> {}
            }
        }
        int known = reading.articles().size() - fresh - edited;
        return new SourceOutcome(reading.source().key(), reading.kind(), fresh, edited, known, reading.problems());
    }
}
