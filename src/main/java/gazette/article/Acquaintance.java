package gazette.article;

import gazette.article.Articles.Standing;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a store knows the articles of one reading, taken one after the other as if each were kept at once; the rules
 * are those of {@link Articles}. For one thread, and one reading.
 */
public final class Acquaintance {
    private final Recollection store;
    private final Set<Origin> here = new HashSet<>();
    private final Set<Key> addressesHere = new HashSet<>();
    private final Set<Key> shared = new HashSet<>();
    private final Map<Origin, Remembered> met = new HashMap<>();
    private final Map<Key, Remembered> spellings = new HashMap<>();
    private final Map<Key, Remembered> texts = new HashMap<>();

    private record Key(String source, String key) {
        /** Said for the same reason as an {@link Origin}'s. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && source.equals(that.source) && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + key.hashCode();
        }
    }

    /**
     * How an article is known.
     *
     * @param first the origin that it came with first; its own when it is new
     * @param hasNewName whether it is to be remembered that it also comes by the name that it has now
     */
    public record Met(Standing standing, Origin first, boolean hasNewName) {}

    /** @param read everything that each of its sources holds just now */
    public Acquaintance(Recollection store, List<Article> read) {
        this.store = store;
        for (Article article : read) {
            here.add(article.origin());
            addressKey(article)
                    .map(key -> new Key(article.origin().source(), key))
                    .filter(key -> !addressesHere.add(key))
                    .ifPresent(shared::add);
        }
    }

    /** What two spellings of the name have in common, when it is a web address. */
    public static Optional<String> nameKey(Origin origin) {
        String name = origin.name();
        if (!name.startsWith("http://") && !name.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(WebAddress.key(URI.create(name)));
        } catch (IllegalArgumentException noAddressAfterAll) {
            return Optional.empty();
        }
    }

    /** What its web address is looked up by; empty when it has none, or one of a whole site, which tells nothing. */
    public static Optional<String> addressKey(Article article) {
        return article.address().filter(address -> !isWholeSite(address)).map(WebAddress::key);
    }

    private static boolean isWholeSite(URI address) {
        String path = Optional.ofNullable(address.getPath()).orElse("");
        return path.length() <= 1 && address.getQuery() == null;
    }

    /** How {@code article} is known; from now on it is. */
    public Met meet(Article article) {
        Origin name = article.origin();
        Optional<Remembered> same = named(name);
        if (same.isPresent()) {
            return again(article, same.get(), false);
        }
        Optional<Remembered> respelled = spelled(name);
        if (respelled.isPresent()) {
            return again(article, respelled.get(), true);
        }
        Optional<Remembered> moved = at(article).filter(other -> !here.contains(other.origin()));
        if (moved.isPresent()) {
            return again(article, moved.get(), true);
        }
        return copyOf(article).orElseGet(() -> {
            learn(article, name);
            return new Met(Standing.NEW, name, false);
        });
    }

    private Met again(Article article, Remembered before, boolean hasNewName) {
        Origin first = before.origin();
        if (!first.equals(article.origin()) && here.contains(first)) {
            return new Met(Standing.KNOWN, first, false);
        }
        boolean isEdited = !before.isStill(article);
        if (isEdited) {
            learn(article, first);
        }
        met.put(article.origin(), isEdited ? Remembered.of(article, first) : before);
        return new Met(isEdited ? Standing.EDITED : Standing.KNOWN, first, hasNewName);
    }

    /** A copy of what is or was there is not news. In a feed it is the article under a new name, if it went by no other. */
    private Optional<Met> copyOf(Article article) {
        Origin name = article.origin();
        Key text = new Key(name.source(), article.fingerprint());
        Optional<Remembered> one = Optional.ofNullable(texts.get(text))
                .or(() -> store.worded(text.source(), text.key()).map(this::newest));
        return one.map(original -> {
            boolean isRenamed = name.isOfFeed() && !here.contains(original.origin()) && original.isStill(article);
            if (isRenamed) {
                met.put(name, original);
            }
            return new Met(Standing.KNOWN, original.origin(), isRenamed);
        });
    }

    private void learn(Article article, Origin first) {
        Remembered now = Remembered.of(article, first);
        met.put(first, now);
        nameKey(first).ifPresent(key -> spellings.put(new Key(first.source(), key), now));
        texts.put(new Key(first.source(), now.fingerprint()), now);
    }

    private Optional<Remembered> named(Origin name) {
        return Optional.ofNullable(met.get(name)).or(() -> store.named(name)).map(this::newest);
    }

    private Optional<Remembered> spelled(Origin name) {
        return nameKey(name)
                .flatMap(key -> Optional.ofNullable(spellings.get(new Key(name.source(), key)))
                        .or(() -> store.spelled(name.source(), key)))
                .map(this::newest);
    }

    private Optional<Remembered> at(Article article) {
        String source = article.origin().source();
        return addressKey(article)
                .filter(key -> article.origin().isOfFeed() && !shared.contains(new Key(source, key)))
                .flatMap(key -> store.at(source, key))
                .map(this::newest);
    }

    /** As it is after what was met of the reading so far. */
    private Remembered newest(Remembered found) {
        return met.getOrDefault(found.origin(), found);
    }
}
