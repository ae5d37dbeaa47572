package gazette.article;

/** A place that new articles are picked up from. */
public sealed interface Source permits FolderSource, FeedSource {
    /** What the store knows the source by; it stays the same while the settings that name the source do. */
    String key();

    /** What its articles are written in. */
    SourceLanguage language();

    /** What becomes of the articles that are there when it is first read. */
    FirstRun first();
}
