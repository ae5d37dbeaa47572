package gazette.studio;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The system tells. It knows folders, not trees: new ones are followed as they come. */
final class NotifiedSaves implements Saves {
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private List<Watched> followed = List.of();

    /** @throws IOException when the system has no more of these to give */
    NotifiedSaves() throws IOException {
        this.service = FileSystems.getDefault().newWatchService();
    }

    @Override
    public void follow(List<Watched> files) throws IOException {
        followed = List.copyOf(files);
        Set<Path> wanted = new HashSet<>();
        for (Watched each : followed) {
            Path there = nearest(each.folder());
            if (there.equals(each.folder()) && each.isFolder()) {
                Files.walkFileTree(there, new Tree(wanted));
            } else {
                wanted.add(there);
            }
        }
        try {
            register(wanted);
        } catch (ClosedWatchServiceException stopped) {
            return;
        }
        for (Path folder : Set.copyOf(keys.keySet())) {
            if (!wanted.contains(folder)) {
                forget(folder);
            }
        }
    }

    private void register(Set<Path> wanted) throws IOException {
        for (Path folder : wanted) {
            if (!keys.containsKey(folder)) {
                WatchKey key = folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
                keys.put(folder, key);
                folders.put(key, folder);
            }
        }
    }

    private void forget(Path folder) {
        WatchKey key = keys.remove(folder);
        if (key != null) {
            folders.remove(key);
            key.cancel();
        }
    }

    /** {@code folder}, or the folder around it that is there. */
    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    @Override
    public Touched touched(long millis) throws IOException, InterruptedException {
        try {
            WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
            return key == null ? Touched.NOTHING : read(key);
        } catch (ClosedWatchServiceException stopped) {
            return Touched.NOTHING;
        }
    }

    private Touched read(WatchKey key) throws IOException {
        Path folder = folders.get(key);
        Set<Path> files = new HashSet<>();
        boolean isNewFolder = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                key.reset();
                follow(followed);
                return Touched.ANYTHING;
            }
            if (folder != null && event.context() instanceof Path name) {
                Path file = folder.resolve(name);
                files.add(file);
                isNewFolder |= event.kind() == ENTRY_CREATE && Files.isDirectory(file);
            }
        }
        if (!key.reset() && folder != null) {
            forget(folder);
        }
        if (isNewFolder) { // what was put into it before it was followed went unnoticed
            follow(followed);
            return new Touched(files, true);
        }
        return new Touched(files, false);
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException goneAnyway) {
            throw new UncheckedIOException(goneAnyway);
        }
    }

    /** The folders of a tree that can be read and are not hidden. Links to folders are not followed. */
    private static final class Tree extends SimpleFileVisitor<Path> {
        private final Set<Path> folders;

        private Tree(Set<Path> folders) {
            this.folders = folders;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (Watched.isHidden(folder.getFileName())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException goneOrForbidden) {
            return FileVisitResult.CONTINUE;
        }
    }
}
