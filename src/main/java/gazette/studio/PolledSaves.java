package gazette.studio;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks itself: where the system does not tell, or tells of too few folders. */
final class PolledSaves implements Saves {
    /** As often as one looks at a page after saving. */
    private static final long LOOK_MILLIS = 700;

    private final CountDownLatch closed = new CountDownLatch(1);
    private List<Watched> followed = List.of();
    private Map<Path, String> seen = new HashMap<>();

    @Override
    public void follow(List<Watched> files) throws IOException {
        boolean isOther = !followed.equals(files);
        followed = List.copyOf(files);
        if (isOther) {
            seen = look();
        }
    }

    @Override
    public Touched touched(long millis) throws IOException, InterruptedException {
        if (closed.await(Math.min(millis, LOOK_MILLIS), TimeUnit.MILLISECONDS)) {
            return Touched.NOTHING;
        }
        Map<Path, String> now = look();
        Set<Path> files = new HashSet<>();
        now.forEach((file, stamp) -> {
            if (!stamp.equals(seen.get(file))) {
                files.add(file);
            }
        });
        seen.keySet().stream().filter(file -> !now.containsKey(file)).forEach(files::add);
        seen = now;
        return new Touched(files, false);
    }

    private Map<Path, String> look() throws IOException {
        Map<Path, String> stamps = new HashMap<>();
        for (Watched each : followed) {
            if (Files.exists(each.path())) {
                Files.walkFileTree(each.path(), new Stamps(stamps));
            }
        }
        return stamps;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** When each file was written, how long it is, and which one it is. */
    private static final class Stamps extends SimpleFileVisitor<Path> {
        private final Map<Path, String> stamps;

        private Stamps(Map<Path, String> stamps) {
            this.stamps = stamps;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return Watched.isHidden(folder.getFileName()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            stamps.put(file, attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException goneOrForbidden) {
            return FileVisitResult.CONTINUE;
        }
    }
}
