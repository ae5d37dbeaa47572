package gazette.article;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * A folder that text files are dropped into.
 *
 * @param name the folder as the settings write it, relative to the workspace
 * @param path the same, absolute
 * @param zone where a date line without a zone was written
 */
public record FolderSource(String name, Path path, ZoneId zone, SourceLanguage language, FirstRun first)
        implements Source {
    /** One of which everything is new at first. */
    public FolderSource(String name, Path path, ZoneId zone, SourceLanguage language) {
        this(name, path, zone, language, FirstRun.ALL);
    }

    @Override
    public String key() {
        return "folder:" + name;
    }
}
