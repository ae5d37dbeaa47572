package gazette.digest;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What picking up would keep, over a store that is only read. One rehearsal has one; not for sharing by threads. */
final class ArticlesInMemory implements Articles {
    private final Articles store;
    private final Map<Origin, Article> kept = new LinkedHashMap<>();
    private final List<Article> fresh = new ArrayList<>();
    private final List<Article> edited = new ArrayList<>();

    ArticlesInMemory(Articles store) {
        this.store = store;
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

    @Override
    public List<Listed> list(List<String> sources, int most) {
        return store.list(sources, most);
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
