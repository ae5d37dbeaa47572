package gazette.edition;

/**
 * How many articles an edition may have.
 *
 * @param min with fewer there is no edition, at least 1
 * @param max what is over it waits for the next, at least {@code min}
 */
public record ArticleLimits(int min, int max) {
    public ArticleLimits {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException(
                    "articles.min is " + min + " and articles.max is " + max + ": give 1 ≤ min ≤ max");
        }
    }
}
