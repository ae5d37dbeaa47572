package gazette.edition;

/** A note that cannot be read. The message names the file, what is wrong, and what to do. */
public final class NoteUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoteUnreadable(String message) {
        super(message);
    }
}
