package gazette.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real program in a process of its own, from the classes under test. */
final class GazetteProcess implements AutoCloseable {
    /** What {@code waitFor} answers when the process was still running. */
    static final int STILL_RUNNING = -1;

    private final Process process;
    private final Path out;
    private final Path err;

    private GazetteProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command in {@code workspace} with at most {@code heap} of memory, such as {@code 64m}. */
    static GazetteProcess start(Path workspace, String heap, String... args) {
        return startUnder(List.of(), workspace, heap, args);
    }

    /** The same under a program that runs it and ends as it does, such as a tracer. */
    static GazetteProcess startUnder(List<String> tracer, Path workspace, String heap, String... args) {
        List<String> command = new ArrayList<>(tracer);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "gazette.cli.Main",
                "-C",
                workspace.toString()));
        command.addAll(List.of(args));
        try {
            Path out = Files.createTempFile("gazette", ".out");
            Path err = Files.createTempFile("gazette", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new GazetteProcess(process, out, err);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** The exit code, or {@link #STILL_RUNNING} after {@code patience}. */
    int waitFor(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : STILL_RUNNING;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}, and gone on return. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
