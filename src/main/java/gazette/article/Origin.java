package gazette.article;

/**
 * Where an article comes from, which is what it is known by: an edited text keeps its origin.
 *
 * @param source the {@link Source#key} that it was read from
 * @param name its name inside that source: a file's path relative to the folder, with {@code /}
 */
public record Origin(String source, String name) {
    /** Whether it comes from a {@link FeedSource}. */
    boolean isOfFeed() {
        return source.startsWith(FeedSource.KEY);
    }
}
