package gazette.edition;

import gazette.article.Article;
import gazette.article.Block;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules look at in an article, folded once for all of them.
 *
 * @param words of title, summary and body, a line for each part, so that no phrase runs from one into the next
 * @param authors the byline as a whole, and each name of it
 */
record Wording(String words, Set<String> authors, Set<String> categories, Locale language) {
    private static final Pattern BETWEEN_NAMES =
            Pattern.compile("[,;/&|·]|(?<=[\\h\\s])(?:et|and)(?=[\\h\\s])", Pattern.CASE_INSENSITIVE);

    static Wording of(Article article) {
        StringBuilder words = new StringBuilder();
        for (String part : List.of(article.title(), article.summary())) {
            words.append(Folding.words(part)).append('\n');
        }
        for (Block block : article.blocks()) {
            words.append(Folding.words(block.text())).append('\n');
        }
        return new Wording(
                words.toString(),
                Stream.concat(Stream.of(article.byline()), BETWEEN_NAMES.splitAsStream(article.byline()))
                        .map(Folding::words)
                        .collect(Collectors.toSet()),
                article.categories().stream().map(Folding::words).collect(Collectors.toSet()),
                article.language());
    }
}
