package gazette.article;

/**
 * What becomes of the articles that a source held already when it was read for the first time.
 *
 * @param taken so many, the newest, count as new; the others are known and go into no edition
 */
public record FirstRun(int taken) {
    /** All of them are new. */
    public static final FirstRun ALL = new FirstRun(Integer.MAX_VALUE);

    /** Only what comes from now on is new. */
    public static final FirstRun NONE = new FirstRun(0);

    public FirstRun {
        if (taken < 0) {
            throw new IllegalArgumentException("a first run that takes " + taken + " articles");
        }
    }
}
