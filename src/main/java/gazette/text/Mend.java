package gazette.text;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Optional;

/** A text file whose reading was set right, before it is written. */
public sealed interface Mend {
    /** Why there is none. */
    record Refused(Objection why) implements Mend {}

    /** The file as it would be. */
    final class Ready implements Mend {
        private final Path file;
        private final byte[] before;
        private final byte[] after;

        /** @param file links followed; {@code before} is what it holds */
        Ready(Path file, byte[] before, byte[] after) {
            this.file = file;
            this.before = before.clone();
            this.after = after.clone();
        }

        /** What the file would hold. */
        byte[] octets() {
            return after.clone();
        }

        /**
         * Puts it in the file's place, whole or not at all, with the same permissions; returns once it is on the disk.
         *
         * @return why the file is as it was; empty when it is written
         */
        public Optional<Objection> save() {
            try {
                return isAsBefore() ? replace() : Optional.of(Objection.CHANGED);
            } catch (IOException notWritten) {
                return Optional.of(Objection.UNWRITABLE);
            }
        }

        private boolean isAsBefore() throws IOException {
            return Files.isRegularFile(file)
                    && file.toRealPath().equals(file)
                    && Files.isWritable(file)
                    && Arrays.equals(TextFile.octets(file), before);
        }

        private Optional<Objection> replace() throws IOException {
            Path aside = Files.createTempFile(file.resolveSibling(""), ".mend-", ".tmp"); // hidden: nobody reads it
            try {
                write(aside);
                if (!isAsBefore()) {
                    return Optional.of(Objection.CHANGED);
                }
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return Optional.empty();
            } finally {
                Files.deleteIfExists(aside);
            }
        }

        private void write(Path aside) throws IOException {
            try (FileOutputStream out = new FileOutputStream(aside.toFile())) {
                out.write(after);
                out.getFD().sync();
            }
            if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(file));
            }
        }
    }
}
