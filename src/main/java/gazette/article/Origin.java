package gazette.article;

import org.jspecify.annotations.Nullable;

/**
 * Where an article comes from, which is what it is known by: an edited text keeps its origin.
 *
 * @param source the {@link Source#key} that it was read from
 * @param name its name inside that source: a file's path relative to the folder, with {@code /}
 */
public record Origin(String source, String name) {
    /** As any record's, without what Java weaves anew at each start for those that do not say it themselves. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin that && source.equals(that.source) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + name.hashCode();
    }

    /** Whether it comes from a {@link FeedSource}. */
    boolean isOfFeed() {
        return source.startsWith(FeedSource.KEY);
    }
}
