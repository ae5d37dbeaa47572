package gazette.studio;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Files that something happened to.
 *
 * @param files absolute; folders among them
 * @param isAnything whether it may have happened to any other file too
 */
record Touched(Set<Path> files, boolean isAnything) {
    static final Touched NOTHING = new Touched(Set.of(), false);

    static final Touched ANYTHING = new Touched(Set.of(), true);

    Touched {
        files = Set.copyOf(files);
    }

    boolean isNothing() {
        return files.isEmpty() && !isAnything;
    }

    Touched and(Touched more) {
        Set<Path> both = new HashSet<>(files);
        both.addAll(more.files);
        return new Touched(both, isAnything || more.isAnything);
    }
}
