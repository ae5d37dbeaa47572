package gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@link Articles} in memory, for tests. Every method holds the one lock that guards what it knows. */
public final class MemoryArticles implements Articles {
    private final Knowledge known = new Knowledge();

    /** All that there is to know; a copy of it can be tried on. */
    private static final class Knowledge implements Recollection {
        final Map<Origin, Article> kept = new LinkedHashMap<>();
        final Map<Origin, Origin> names = new HashMap<>();
        final Map<Text, Origin> texts = new HashMap<>();
        final Set<Origin> heldBack = new HashSet<>();

        Knowledge copy() {
            Knowledge copy = new Knowledge();
            copy.kept.putAll(kept);
            copy.names.putAll(names);
            copy.texts.putAll(texts);
            return copy;
        }

        @Override
        public Optional<Remembered> named(Origin origin) {
            return Optional.ofNullable(kept.get(names.getOrDefault(origin, origin)))
                    .map(Knowledge::remembered);
        }

        @Override
        public Optional<Remembered> spelled(String source, String key) {
            return only(
                    source, article -> Acquaintance.nameKey(article.origin()).equals(Optional.of(key)));
        }

        @Override
        public Optional<Remembered> at(String source, String key) {
            return only(source, article -> Acquaintance.addressKey(article).equals(Optional.of(key)));
        }

        @Override
        public Optional<Remembered> worded(String source, String fingerprint) {
            return Optional.ofNullable(texts.get(new Text(source, fingerprint))).flatMap(this::named);
        }

        private Optional<Remembered> only(String source, Predicate<Article> wanted) {
            List<Article> found = kept.values().stream()
                    .filter(article -> article.origin().source().equals(source))
                    .filter(wanted)
                    .toList();
            return found.size() == 1 ? Optional.of(remembered(found.get(0))) : Optional.empty();
        }

        private static Remembered remembered(Article article) {
            return Remembered.of(article, article.origin());
        }
    }

    /** A text that a source has had, now or before it was edited. */
    private record Text(String source, String fingerprint) {}

    @Override
    public synchronized List<Standing> standing(List<Article> read) {
        return take(read, Set.of(), known.copy());
    }

    @Override
    public synchronized List<Standing> keep(List<Article> read, Set<Origin> old) {
        return take(read, old, known);
    }

    @Override
    public synchronized List<Article> load(List<Origin> origins) {
        return origins.stream().map(this::required).toList();
    }

    /** No editions are known here. */
    @Override
    public synchronized List<Listed> list(List<String> sources, int most) {
        return all().stream()
                .filter(article -> sources.contains(article.origin().source()))
                .map(article -> new Listed(
                        article.origin(),
                        article.title(),
                        article.language(),
                        article.published().map(Published::instant).orElse(Instant.EPOCH),
                        article.published(),
                        List.of()))
                .sorted(Comparator.comparing(Listed::published).reversed())
                .limit(most)
                .toList();
    }

    /** Everything that was kept, in the order in which it came. */
    public synchronized List<Article> all() {
        return List.copyOf(known.kept.values());
    }

    /** The same without what is held back. */
    public synchronized List<Article> candidates() {
        return known.kept.values().stream()
                .filter(article -> !known.heldBack.contains(article.origin()))
                .toList();
    }

    private static List<Standing> take(List<Article> read, Set<Origin> old, Knowledge into) {
        Acquaintance acquaintance = new Acquaintance(into, read);
        List<Standing> standings = new ArrayList<>();
        for (Article article : read) {
            Acquaintance.Met met = acquaintance.meet(article);
            standings.add(met.standing());
            take(article, met, old, into);
        }
        return standings;
    }

    private static void take(Article article, Acquaintance.Met met, Set<Origin> old, Knowledge into) {
        if (met.hasNewName()) {
            into.names.put(article.origin(), met.first());
        }
        if (met.standing() != Standing.KNOWN) {
            into.kept.put(met.first(), from(article, met.first()));
            into.texts.put(new Text(met.first().source(), article.fingerprint()), met.first());
        }
        if (met.standing() == Standing.NEW && old.contains(met.first())) {
            into.heldBack.add(met.first());
        }
    }

    private static Article from(Article article, Origin first) {
        return new Article(
                first,
                article.language(),
                article.headline(),
                article.summary(),
                article.blocks(),
                article.published(),
                article.byline(),
                article.credits(),
                article.address(),
                article.picture(),
                article.categories(),
                article.topics());
    }

    private Article required(Origin origin) {
        Article article = known.kept.get(known.names.getOrDefault(origin, origin));
        if (article == null) {
            throw new IllegalStateException("never kept: " + origin);
        }
        return article;
    }
}
