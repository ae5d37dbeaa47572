package gazette.digest;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Origin;
import gazette.article.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What picking up would keep, over a store that is only read. One rehearsal has one; not for sharing by threads. */
final class ArticlesInMemory implements Articles {
    private final Articles store;
    private final Instant now;
    private final Map<Origin, Article> kept = new LinkedHashMap<>();
    private final List<Article> fresh = new ArrayList<>();
    private final List<Article> edited = new ArrayList<>();

    ArticlesInMemory(Articles store, Instant now) {
        this.store = store;
        this.now = now;
    }

    @Override
    public List<Standing> standing(List<Article> read) {
        return store.standing(read);
    }

    @Override
    public List<Standing> keep(List<Article> read, Set<Origin> old) {
        List<Standing> standings = standing(read);
        for (int i = 0; i < read.size(); i++) {
            Article article = read.get(i);
            switch (standings.get(i)) {
                case NEW -> {
                    kept.put(article.origin(), article);
                    if (!old.contains(article.origin())) {
                        fresh.add(article);
                    }
                }
                case EDITED -> {
                    kept.put(article.origin(), article);
                    edited.add(article);
                }
                case KNOWN -> {}
            }
        }
        return standings;
    }

    @Override
    public List<Article> load(List<Origin> origins) {
        return origins.stream()
                .map(origin -> kept.containsKey(origin)
                        ? kept.get(origin)
                        : store.load(List.of(origin)).get(0))
                .toList();
    }

    /** Those of the store and those that are new; what has no date counts as picked up now. */
    @Override
    public List<Listed> list(List<String> sources, int most) {
        Stream<Listed> news = fresh.stream()
                .filter(article -> sources.contains(article.origin().source()))
                .map(article -> new Listed(
                        article.origin(),
                        article.title(),
                        article.language(),
                        article.published().map(Published::instant).orElse(now),
                        article.published(),
                        List.of()));
        return Stream.concat(news, store.list(sources, most).stream())
                .sorted(Comparator.comparing(Listed::published).reversed())
                .limit(most)
                .toList();
    }

    /** Those that the store does not know. */
    List<Article> fresh() {
        return List.copyOf(fresh);
    }

    /** Those that the store knows with other words. */
    List<Article> edited() {
        return List.copyOf(edited);
    }
}
