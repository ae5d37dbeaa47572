package gazette.edition;

import gazette.article.Block;
import gazette.article.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where editors leave their notes (port). Safe to use from many threads. */
@FunctionalInterface
public interface Notes {
    /** Of newsletters whose editors write none. */
    Notes NONE = (newsletter, key, number) -> Optional.empty();

    /**
     * The note for the edition {@code number} of {@code key}, if somebody wrote one. It is called while the edition is
     * composed: it reads a small file at most.
     *
     * @throws NoteUnreadable when there is one that cannot be read: then there is no edition yet
     */
    Optional<Note> note(Newsletter newsletter, EditionKey key, int number);

    /**
     * A note as an editor typed it: here, in plain paragraphs with blank lines between them.
     *
     * @throws NoteUnreadable when it cannot be read
     */
    default Note typed(Newsletter newsletter, String text) {
        List<Block> paragraphs = Stream.of(text.strip().split("\\R\\s*\\R"))
                .<Block>map(Paragraph::new)
                .toList();
        return new Note("", "", paragraphs, Optional.empty(), Optional.empty());
    }

    /** The one of the plan, or else the one that is left where editors leave them. */
    default Optional<Note> note(Newsletter newsletter, EditionKey key, int number, Plan plan) {
        Optional<String> typed = plan.note();
        return typed.isPresent() ? Optional.of(typed(newsletter, typed.get())) : note(newsletter, key, number);
    }
}
