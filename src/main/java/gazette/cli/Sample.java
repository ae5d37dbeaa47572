package gazette.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sample workspace that lies in the jar: what {@code demo} runs and {@code init} starts from. */
final class Sample {
    private static final String ROOT = "/gazette/sample";

    private Sample() {}

    /** Copies the files whose relative path {@code wanted} accepts into {@code folder}; existing ones are left alone. */
    static void copyTo(Path folder, Predicate<String> wanted) {
        try {
            URI anchor = anchor().toURI();
            if (anchor.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(anchor, Map.of())) {
                    copy(jar.getPath(ROOT), folder, wanted);
                }
            } else {
                copy(Path.of(anchor).resolveSibling(""), folder, wanted);
            }
        } catch (IOException cannotCopy) {
            throw new UncheckedIOException("cannot copy the sample to " + folder, cannotCopy);
        } catch (URISyntaxException aResourceHasAnAddress) {
            throw new AssertionError(aResourceHasAnAddress);
        }
    }

    private static URL anchor() {
        return Objects.requireNonNull(Sample.class.getResource(ROOT + "/gazette.yaml"), "the jar holds the sample");
    }

    private static void copy(Path from, Path to, Predicate<String> wanted) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = from.relativize(file).toString().replace('\\', '/');
            Path target = to.resolve(name);
            if (wanted.test(name) && !Files.exists(target)) {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target);
            }
        }
    }
}
