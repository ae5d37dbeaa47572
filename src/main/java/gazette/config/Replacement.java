package gazette.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Objects;

/** New content for a file, all of it or none: whoever reads the file at any moment reads the old one or the new one. */
final class Replacement {
    private Replacement() {}

    /**
     * Puts {@code after} in the place of {@code before}, with the permissions that the file has; a link stays a link.
     *
     * @throws UncheckedIOException when the file was changed meanwhile, or cannot be written; it is then as it was
     */
    static void of(Path file, byte[] before, byte[] after) {
        try {
            Path real = file.toRealPath();
            Path folder = Objects.requireNonNull(real.getParent(), "a file lies in a folder");
            Path aside = Files.createTempFile(folder, "." + real.getFileName(), ".new");
            try {
                write(aside, after);
                takeOverPermissions(real, aside);
                if (!Arrays.equals(Files.readAllBytes(real), before)) {
                    throw new IOException("somebody changed it just now: do it again");
                }
                Files.move(aside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException cannotReplace) {
            throw new UncheckedIOException("cannot write " + file, cannotReplace);
        }
    }

    private static void write(Path aside, byte[] octets) throws IOException {
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(octets);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true); // a power cut after the move must not leave an empty file
        }
    }

    private static void takeOverPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }
}
