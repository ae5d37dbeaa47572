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
 * @param section the heading that it stands under; empty for none
 * @param form how much of it is printed
 */
public record Story(
        Article article, List<String> topics, List<Elsewhere> elsewhere, boolean isUpdate, String section, Form form) {
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

    /** All of it, under no heading. */
    public Story(Article article, List<String> topics, List<Elsewhere> elsewhere, boolean isUpdate) {
        this(article, topics, elsewhere, isUpdate, "", Form.LONG);
    }

    /** An article to which the edition adds nothing. */
    public static Story of(Article article) {
        return new Story(article, article.topics(), List.of(), false);
    }
}
