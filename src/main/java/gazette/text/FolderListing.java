package gazette.text;

import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What there is to read in a folder.
 *
 * @param files by name
 * @param problems by name: what cannot be reached
 */
record FolderListing(List<TextFile> files, List<Problem> problems) {
    FolderListing {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Lists {@code folder} and the folders below. Links to folders are not followed; hidden ones are passed over. */
    static FolderListing of(FolderSource folder) {
        try {
            Path root = folder.path().toRealPath();
            if (!Files.isDirectory(root)) {
                return failed(folder, "this is a file: name the folder that holds it");
            }
            Walk walk = new Walk(folder, root);
            Files.walkFileTree(root, walk);
            walk.files.sort(Comparator.comparing(file -> file.origin().name()));
            walk.problems.sort(Comparator.comparing(Problem::place));
            return new FolderListing(walk.files, walk.problems);
        } catch (IOException notThere) {
            return failed(
                    folder, "the folder is not there or cannot be read: make it, or correct sources in the settings");
        }
    }

    private static FolderListing failed(FolderSource folder, String what) {
        return new FolderListing(List.of(), List.of(new Problem(folder.name(), what)));
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final FolderSource folder;
        private final Path root;
        private final List<TextFile> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        private Walk(FolderSource folder, Path root) {
            this.folder = folder;
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (isHidden(path) || attributes.isOther()) {
                return FileVisitResult.CONTINUE;
            }
            if (Format.of(path).isPresent()) {
                files.add(new TextFile(
                        root,
                        path,
                        place(path),
                        new Origin(folder.key(), name(path)),
                        folder.zone(),
                        folder.language()));
            } else if (attributes.isSymbolicLink() && leaves(path)) {
                problems.add(new Problem(place(path), "this is a link that leaves the folder: put the files here"));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
            if (path.equals(root)) {
                throw failure;
            }
            problems.add(new Problem(
                    place(path), "this cannot be read (" + failure.getMessage() + "): check its permissions"));
            return FileVisitResult.CONTINUE;
        }

        /** Only links to folders count: a picture that is not read may come from wherever it likes. */
        private boolean leaves(Path link) {
            try {
                return Files.isDirectory(link) && !link.toRealPath().startsWith(root);
            } catch (IOException leadsNowhere) {
                return false;
            }
        }

        private boolean isHidden(Path path) {
            return !path.equals(root) && String.valueOf(path.getFileName()).startsWith(".");
        }

        private String name(Path path) {
            List<String> steps = new ArrayList<>();
            root.relativize(path).forEach(step -> steps.add(step.toString()));
            return String.join("/", steps);
        }

        private String place(Path path) {
            return folder.name() + "/" + name(path);
        }
    }
}
