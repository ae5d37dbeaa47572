package gazette.studio;

import gazette.article.Origin;
import gazette.article.Published;
import gazette.edition.Newsletter;
import gazette.text.TextFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An article as the list shows it.
 *
 * @param title empty for a file that cannot be read
 * @param order what the list is in the order of
 * @param dated what the article says of its date
 * @param editions that it went into, such as {@code la-gazette/12}
 * @param why it is in this state, in the words of the program; empty when the state says it
 * @param file that it lies in; empty when it came from a feed, or the file is gone
 */
record ListedArticle(
        Origin origin,
        String title,
        Locale language,
        Instant order,
        Optional<Published> dated,
        List<String> editions,
        ArticleState state,
        String why,
        Optional<TextFile> file) {
    ListedArticle {
        editions = List.copyOf(editions);
    }

    ListedArticle in(ArticleState other, String because) {
        return new ListedArticle(origin, title, language, order, dated, editions, other, because, file);
    }

    /** The numbers of the editions of {@code newsletter} that it went into. */
    List<String> numbers(Newsletter newsletter) {
        String prefix = newsletter.id() + "/";
        return editions.stream()
                .filter(edition -> edition.startsWith(prefix))
                .map(edition -> edition.substring(prefix.length()))
                .toList();
    }

    /** Whether its title or its file's name has all these words, whatever their capitals. */
    boolean has(String words) {
        String own = (title + " " + origin.name()).toLowerCase(language);
        return List.of(words.strip().toLowerCase(language).split("\\s+")).stream()
                .allMatch(own::contains);
    }
}
