package gazette.delivery;

/** A session that cannot go on: the peer went away, was too slow, or does not speak SMTP. */
final class BrokenOff extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param words for a person to read
     */
    BrokenOff(String words, Throwable cause) {
        super(words, cause);
    }

    /** The same without a cause of its own. */
    BrokenOff(String words) {
        super(words);
    }

    /** What happened, for a person to read. */
    String words() {
        return String.valueOf(getMessage());
    }
}
