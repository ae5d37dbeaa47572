package gazette.delivery;

/** No session came about. */
final class NoSession extends Exception {
    private static final long serialVersionUID = 1L;

    private final Parting.Kind kind;

    /**
     * @param words for a person to read
     */
    NoSession(Parting.Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    /** How the connection ended: {@code UNREACHABLE} or {@code REFUSED}. */
    Parting parting() {
        return new Parting(kind, String.valueOf(getMessage()));
    }
}
