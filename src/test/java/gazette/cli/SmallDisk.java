package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own, of a few megabytes, that a test fills up and makes room in. */
final class SmallDisk implements AutoCloseable {
    private static final int STEP = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounted on {@code folder}; a test that may not mount is skipped, and says so. */
    static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        String refusal = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        assumeThat(refusal)
                .as("a file system of its own needs mount(8) and the right to use it: %s", refusal)
                .isEmpty();
        return new SmallDisk(folder);
    }

    /** Takes all the room that is left, to the last page. */
    void fill() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(new byte[STEP]);
            }
        } catch (IOException noSpaceLeft) {
            assertThat(noSpaceLeft).hasMessageContaining("No space left");
        }
        assertThat(folder.toFile().getUsableSpace()).isZero();
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        assertThat(run("umount", folder.toString())).isEmpty();
    }

    /** What it complained of; empty when it went well. */
    private static String run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.onExit().join().exitValue() == 0 ? "" : words;
        } catch (IOException notThere) {
            return String.valueOf(notThere.getMessage());
        }
    }
}
