package gazette.studio;

import gazette.article.FolderSource;
import gazette.config.Settings;
import gazette.config.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file or a folder that pages are made of.
 *
 * @param path absolute
 * @param isFolder whether all that is in it counts, at any depth; it need not be there yet
 */
record Watched(What what, Path path, boolean isFolder) {
    /** What the pages take from it. */
    enum What {
        SETTINGS,
        TEMPLATE,
        ARTICLE,
        NOTE,
        LIST
    }

    /** All that {@code settings} name. */
    static List<Watched> of(Settings settings) {
        Path workspace = settings.workspace();
        Set<Watched> all = new LinkedHashSet<>();
        all.add(new Watched(What.SETTINGS, workspace.resolve(SettingsFile.NAME), false));
        all.add(new Watched(What.TEMPLATE, workspace.resolve("templates"), true));
        settings.newsletters().forEach(newsletter -> {
            newsletter.sources().stream()
                    .filter(FolderSource.class::isInstance)
                    .map(FolderSource.class::cast)
                    .forEach(folder -> all.add(new Watched(What.ARTICLE, folder.path(), true)));
            newsletter.presentation().notes().ifPresent(notes -> all.add(new Watched(What.NOTE, notes, true)));
            newsletter.subscribers().ifPresent(list -> all.add(new Watched(What.LIST, list, false)));
        });
        return new ArrayList<>(all);
    }

    /** The one that {@code file} belongs to; empty for a file that no page is made of. */
    static Optional<Watched> holding(List<Watched> all, Path file) {
        return all.stream().filter(each -> each.holds(file)).findFirst();
    }

    private boolean holds(Path file) {
        if (!isFolder) {
            return file.equals(path);
        }
        if (!file.startsWith(path)) {
            return false;
        }
        for (Path name : path.relativize(file)) {
            if (isHidden(name)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name is one of those that editors write aside; they are not read as articles either. */
    static boolean isHidden(@Nullable Path name) {
        String text = String.valueOf(name);
        return text.startsWith(".") || text.endsWith("~") || text.endsWith(".swp");
    }

    /** The folder in which changes to it show. */
    Path folder() {
        return isFolder ? path : path.resolveSibling("");
    }
}
