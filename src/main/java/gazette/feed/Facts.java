package gazette.feed;

import gazette.article.Blanks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What RSS and Atom say of an item in the same way. */
final class Facts {
    /** The most that are kept of one feed: its newest. */
    static final int MOST_ITEMS = 1_000;

    private Facts() {}

    /** The first of these names that is a date. */
    static Optional<FeedItem.Stamp> date(Parts parts, String... names) {
        return parts.all(names)
                .map(element ->
                        FeedDate.read(element.text(), parts.place().language().orElse(Locale.ROOT)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The words under which an item is filed, each once. */
    static List<String> categories(Parts parts) {
        Stream<String> named = parts.all("category", "atom:category", "dc:subject", "itunes:category", "media:category")
                .map(category -> category(category, parts.place()));
        Stream<String> listed = parts.all("itunes:keywords", "media:keywords")
                .flatMap(words -> Arrays.stream(words.text().split(",")));
        return Stream.concat(named, listed)
                .map(Blanks::fold)
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
    }

    /** {@code label} and {@code term} of Atom, {@code text} of iTunes, else the words inside. */
    private static String category(Element category, Place place) {
        return Stream.of("label", "term", "text")
                .map(name -> category.attribute(name).orElse(null))
                .filter(Objects::nonNull)
                .filter(word -> !Blanks.isBlank(word))
                .findFirst()
                .map(Wording::decoded)
                .orElseGet(() -> Wording.guessed(category, place).words());
    }

    /** The newest of {@code items}, in their order: the first, or the last of a feed that puts its oldest first. */
    static <T> List<T> newest(List<T> items, Function<T, Optional<FeedItem.Stamp>> date) {
        if (items.size() <= MOST_ITEMS) {
            return items;
        }
        Optional<FeedItem.Stamp> first = date.apply(items.get(0));
        Optional<FeedItem.Stamp> last = date.apply(items.get(items.size() - 1));
        boolean oldestFirst = first.isPresent()
                && last.isPresent()
                && first.get().instant().isBefore(last.get().instant());
        return oldestFirst ? items.subList(items.size() - MOST_ITEMS, items.size()) : items.subList(0, MOST_ITEMS);
    }
}
