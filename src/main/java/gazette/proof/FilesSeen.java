package gazette.proof;

import gazette.article.FolderSource;
import gazette.article.Source;
import gazette.edition.Newsletter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Set;

/** The files that a proof is made of, by their names, sizes and times: a number that changes when one of them does. */
final class FilesSeen extends SimpleFileVisitor<Path> {
    private long sum;

    private FilesSeen() {}

    /** Of the templates in {@code workspace}, and of a newsletter's articles and notes. */
    static long of(Path workspace, Newsletter newsletter) {
        Set<Path> roots = new LinkedHashSet<>();
        roots.add(workspace.resolve("templates"));
        for (Source source : newsletter.sources()) {
            if (source instanceof FolderSource folder) {
                roots.add(folder.path());
            }
        }
        newsletter.presentation().notes().ifPresent(roots::add);
        FilesSeen seen = new FilesSeen();
        roots.forEach(seen::walk);
        return seen.sum;
    }

    private void walk(Path root) {
        try {
            Files.walkFileTree(root, this);
        } catch (IOException gone) {
            see(root, 0, 0);
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        see(file, attributes.size(), attributes.lastModifiedTime().toMillis());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        see(file, 0, 0);
        return FileVisitResult.CONTINUE;
    }

    /** The same sum in whatever order the file system tells its files. */
    private void see(Path file, long size, long changed) {
        long one = file.hashCode() * 31L * 31 + size * 31 + changed;
        sum += one * 0x9E3779B97F4A7C15L ^ one >>> 29;
    }
}
