package gazette.edition;

import gazette.article.Article;
import java.util.List;
import java.util.Locale;

/**
 * What articles a filter or a topic means. An article fits when it fits one entry of any list; a rule without entries
 * fits none. Case and accents make no difference.
 *
 * @param words anywhere in title, summary or body, as whole words: «énergie» is not in «énergies», «énerg*» is. Several
 *     words are a phrase, whatever blanks, apostrophes, hyphens or punctuation stand between them
 * @param authors whole names of the byline
 * @param categories as the feed files it
 * @param languages {@code fr} fits {@code fr-CA} too
 */
public record Rule(List<String> words, List<String> authors, List<String> categories, List<Locale> languages) {
    /** Fits nothing. */
    public static final Rule NONE = new Rule(List.of(), List.of(), List.of(), List.of());

    public Rule {
        words = List.copyOf(words);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        languages = List.copyOf(languages);
    }

    /** Whether {@code article} fits. Takes time in proportion to the article's text, whatever is in it. */
    public boolean fits(Article article) {
        return new Condition(this).fitting(Wording.of(article)).isPresent();
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return words.isEmpty() && authors.isEmpty() && categories.isEmpty() && languages.isEmpty();
    }
}
