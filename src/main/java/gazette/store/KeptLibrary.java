package gazette.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's machine code, kept on the disk between starts. Left to itself, the driver unpacks it at each start and compares
 * it with what it unpacked, which takes longer than reading a store.
 */
final class KeptLibrary {
    /** Where the launcher keeps what makes a start of this very jar faster; not set, nothing is kept. */
    static final String FOLDER = "gazette.cache";

    /** Where the driver looks first. */
    static final String TAKEN_FROM = "org.sqlite.lib.path";

    /** Where the driver unpacks; it looks through that folder at each start, and the one of all programs may be full. */
    static final String UNPACKED_IN = "org.sqlite.tmpdir";

    private KeptLibrary() {}

    /** Lets the driver take the kept one. Without a folder to keep it in, or if that fails, it unpacks its own. */
    static void use() {
        String folder = System.getProperty(FOLDER, "");
        if (folder.isEmpty() || System.getProperty(TAKEN_FROM) != null) {
            return;
        }
        try {
            String kept = in(Path.of(folder)).toString();
            System.setProperty(TAKEN_FROM, kept);
            System.setProperty(UNPACKED_IN, kept);
        } catch (IOException itsOwnWillDo) {
            System.clearProperty(TAKEN_FROM);
        }
    }

    /** The folder below {@code folder} in which it is, under the driver's own name; unpacked first if it is not there yet. */
    static Path in(Path folder) throws IOException {
        Path kept = folder.resolve("sqlite-" + machine());
        unpack(kept.resolve(LibraryLoaderUtil.getNativeLibName()));
        return kept;
    }

    /** Not in the driver's words, who asks a program of the system for them. */
    private static String machine() {
        return System.getProperty("os.name") + "-" + System.getProperty("os.arch");
    }

    /** Written aside and renamed, so that nobody finds half of it. */
    private static void unpack(Path library) throws IOException {
        if (Files.exists(library)) {
            return;
        }
        Path folder = Files.createDirectories(library.getParent());
        Path aside = Files.createTempFile(folder, "unpacked", ".tmp");
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no " + resource);
            }
            Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(aside, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
