package gazette.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that holds a private key. */
public final class KeyFile {
    /** Larger than any key, in octets. */
    private static final int LARGEST = 64 * 1024;

    private static final FileAttribute<Set<PosixFilePermission>> FILE_OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private KeyFile() {}

    /**
     * The key in {@code file}.
     *
     * @throws KeyUnusable when there is none, or none to sign with
     */
    public static SigningKey read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return SigningKey.ofPem(new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw new KeyUnusable(
                    "names a file that is not there or cannot be read: " + file,
                    "make it with `gazette dkim keygen`",
                    unreadable);
        }
    }

    /**
     * Writes {@code key} where its owner alone can read it, and makes the folder, as private, when it is missing. When
     * this returns, the key outlives a power cut.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something: a key is never written over
     */
    public static void write(Path file, SigningKey key) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        Files.createDirectories(folder, FOLDER_OF_OWNER);
        Set<StandardOpenOption> never = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(file, never, FILE_OF_OWNER)) {
            out.write(StandardCharsets.US_ASCII.encode(key.pem()));
            out.force(true);
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Whether everybody on this machine may read {@code file}, or others than its owner write it. */
    public static boolean isOpen(Path file) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            return rights.contains(PosixFilePermission.OTHERS_READ)
                    || rights.contains(PosixFilePermission.OTHERS_WRITE)
                    || rights.contains(PosixFilePermission.GROUP_WRITE);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
