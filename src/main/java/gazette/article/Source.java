package gazette.article;

/** A place that new articles are picked up from. Feeds will stand beside folders here. */
public sealed interface Source permits FolderSource {
    /** What the store knows the source by; it stays the same while the settings that name the source do. */
    String key();
}
