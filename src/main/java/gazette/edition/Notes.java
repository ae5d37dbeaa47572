package gazette.edition;

import java.util.Optional;

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
}
