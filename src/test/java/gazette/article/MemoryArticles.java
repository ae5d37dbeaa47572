package gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link Articles} in memory, for tests. Every method holds the one lock that guards the map. */
public final class MemoryArticles implements Articles {
    private final Map<Origin, Article> kept = new LinkedHashMap<>();
    private final Set<Text> texts = new HashSet<>();

    /** A text that a source has had, now or before it was edited. */
    private record Text(String source, String fingerprint) {}

    @Override
    public synchronized List<Standing> standing(List<Article> read) {
        return take(read, new LinkedHashMap<>(kept), new HashSet<>(texts));
    }

    @Override
    public synchronized List<Standing> keep(List<Article> read) {
        return take(read, kept, texts);
    }

    @Override
    public synchronized List<Article> load(List<Origin> origins) {
        return origins.stream().map(this::required).toList();
    }

    /** No editions are known here. */
    @Override
    public synchronized List<Listed> list(List<String> sources, int most) {
        return kept.values().stream()
                .filter(article -> sources.contains(article.origin().source()))
                .map(article -> new Listed(
                        article.origin(),
                        article.title(),
                        article.published().map(Published::instant).orElse(Instant.EPOCH),
                        List.of()))
                .sorted(Comparator.comparing(Listed::published).reversed())
                .limit(most)
                .toList();
    }

    /** Everything that was kept, in the order in which it came. */
    public synchronized List<Article> all() {
        return List.copyOf(kept.values());
    }

    private static List<Standing> take(List<Article> read, Map<Origin, Article> into, Set<Text> texts) {
        List<Standing> standings = new ArrayList<>();
        for (Article article : read) {
            Text text = new Text(article.origin().source(), article.fingerprint());
            Standing standing = standing(article, text, into, texts);
            standings.add(standing);
            if (standing != Standing.KNOWN) {
                into.put(article.origin(), article);
                texts.add(text);
            }
        }
        return standings;
    }

    private static Standing standing(Article article, Text text, Map<Origin, Article> known, Set<Text> texts) {
        Article before = known.get(article.origin());
        if (before != null) {
            return before.fingerprint().equals(text.fingerprint()) ? Standing.KNOWN : Standing.EDITED;
        }
        return texts.contains(text) ? Standing.KNOWN : Standing.NEW;
    }

    private Article required(Origin origin) {
        Article article = kept.get(origin);
        if (article == null) {
            throw new IllegalStateException("never kept: " + origin);
        }
        return article;
    }
}
