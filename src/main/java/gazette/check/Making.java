package gazette.check;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.Picture;
import gazette.edition.Edition;
import gazette.edition.Note;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a message was made of.
 *
 * @param variant that its reader gets, its fields open or filled
 */
public record Making(Edition edition, Rendering rendering, Variant variant) {
    /**
     * Whether the articles or the editor's note themselves hold these characters, large or small: then they are not the
     * template's.
     */
    boolean says(String found) {
        String words = found.toLowerCase(Locale.ROOT);
        return edition.articles().stream().anyMatch(article -> says(article, words))
                || edition.note().filter(note -> says(note, words)).isPresent();
    }

    private static boolean says(Article article, String words) {
        Stream<String> facts = Stream.of(
                article.title(),
                article.summary(),
                article.text(),
                article.byline(),
                String.join("\n", article.credits()),
                article.picture().map(Picture::alt).orElse(""),
                article.address().map(Object::toString).orElse(""));
        return facts.anyMatch(fact -> fact.toLowerCase(Locale.ROOT).contains(words));
    }

    private static boolean says(Note note, String words) {
        Stream<String> facts = Stream.of(
                        Stream.of(note.title(), note.byline()),
                        note.blocks().stream().map(Block::text),
                        Stream.of(note.subject(), note.preheader()).flatMap(Optional::stream))
                .flatMap(each -> each);
        return facts.anyMatch(fact -> fact.toLowerCase(Locale.ROOT).contains(words));
    }
}
