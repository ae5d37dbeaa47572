package gazette.article;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A folder that text files are dropped into.
 *
 * @param name the folder as the settings write it, relative to the workspace
 * @param path the same, absolute
 * @param zone where a date line without a zone was written
 * @param language what its texts are written in unless they say otherwise
 */
public record FolderSource(String name, Path path, ZoneId zone, Locale language) implements Source {
    @Override
    public String key() {
        return "folder:" + name;
    }
}
