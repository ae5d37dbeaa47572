package gazette.edition;

import gazette.article.Article;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One composed, frozen set of articles of a newsletter.
 *
 * @param composedAt the {@code Date} of its messages
 * @param template that it is rendered by
 * @param note the editor's word above the stories, if there is one
 * @param stories in reading order, the lead story first; never empty
 */
public record Edition(
        EditionId id,
        EditionKey key,
        Masthead masthead,
        Window window,
        Instant composedAt,
        String template,
        Optional<Note> note,
        List<Story> stories) {
    public Edition {
        stories = List.copyOf(stories);
        if (stories.isEmpty()) {
            throw new IllegalArgumentException("an edition needs an article: " + id);
        }
    }

    /** Without an editor's note. */
    public Edition(
            EditionId id,
            EditionKey key,
            Masthead masthead,
            Window window,
            Instant composedAt,
            String template,
            List<Story> stories) {
        this(id, key, masthead, window, composedAt, template, Optional.empty(), stories);
    }

    public int number() {
        return id.number();
    }

    /** Its articles, the lead story first. */
    public List<Article> articles() {
        return stories.stream().map(Story::article).toList();
    }
}
