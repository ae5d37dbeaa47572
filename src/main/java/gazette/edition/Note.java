package gazette.edition;

import gazette.article.Block;
import java.util.List;
import java.util.Optional;

/**
 * The editor's word to the readers of one edition, above its stories.
 *
 * @param title empty when it has none
 * @param byline empty when it has none
 * @param blocks never empty, unless the note is there for its subject or preheader alone
 * @param subject of the edition's messages, instead of the template's
 * @param preheader instead of the one made of the stories
 */
public record Note(
        String title, String byline, List<Block> blocks, Optional<String> subject, Optional<String> preheader) {
    public Note {
        blocks = List.copyOf(blocks);
    }
}
