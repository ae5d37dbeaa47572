package gazette.edition;

import gazette.article.Article;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One article of an edition, with what the edition adds to it.
 *
 * @param topics those that the newsletter gives it
 * @param elsewhere who else tells the same: «aussi chez …»
 * @param isUpdate whether readers had an earlier text of it: «mise à jour»
 */
public record Story(Article article, List<String> topics, List<Elsewhere> elsewhere, boolean isUpdate) {
    /**
     * Another source with the same story.
     *
     * @param name what readers know the source by
     */
    public record Elsewhere(String name, Optional<URI> address) {}

    public Story {
        topics = List.copyOf(topics);
        elsewhere = List.copyOf(elsewhere);
    }

    /** An article to which the edition adds nothing. */
    public static Story of(Article article) {
        return new Story(article, article.topics(), List.of(), false);
    }
}
