package gazette.dkim;

/** A text or a file that is no key to sign with. */
public final class KeyUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    KeyUnusable(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    KeyUnusable(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    /** What is the matter, as the rest of a sentence that begins with the key. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
