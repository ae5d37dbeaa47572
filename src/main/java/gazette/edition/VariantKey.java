package gazette.edition;

import gazette.article.Origin;
import gazette.mail.Format;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells a variant from the edition's others: readers with the same key get the same words.
 *
 * @param language of the words around the articles
 * @param stories the places in the edition, from 0, of the stories that its readers asked for by their topics; ascending
 * @param absent the fields that its readers have nothing in
 */
public record VariantKey(Locale language, List<Integer> stories, Format format, Set<String> absent) {
    public VariantKey {
        stories = stories.stream().sorted(Comparator.naturalOrder()).toList();
        absent = Set.copyOf(absent);
        if (stories.isEmpty()) {
            throw new IllegalArgumentException("a variant without a story");
        }
    }

    /** Said for the same reason as an {@link Origin}'s. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VariantKey that
                && language.equals(that.language)
                && stories.equals(that.stories)
                && format == that.format
                && absent.equals(that.absent);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * language.hashCode() + stories.hashCode()) + format.hashCode();
    }
}
