package gazette.delivery;

/** How plainly a server asks for fewer messages a second. */
public enum Pushback {
    /** It does not. */
    NONE,
    /** It may: once is chance, several of the last few are a wish. */
    HINT,
    /** It says so. */
    DEMAND
}
