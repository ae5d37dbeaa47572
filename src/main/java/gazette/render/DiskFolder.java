package gazette.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of the workspace, which may be missing; links that lead out of {@code templates} are not followed. */
record DiskFolder(Path templates, Path folder) implements Layer {
    /** A hundred times the built-in ones: beyond, it is no folder of a template. */
    private static final int MOST_FILES = 1_000;

    @Override
    public Optional<String> text(String file) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            if (!path.toRealPath().startsWith(templates.toRealPath())) {
                throw TemplateProblem.failed(path + " leads out of " + templates + ": put the file itself there");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return Optional.of(Layer.decoded(in, place(file)));
            }
        } catch (IOException unreadable) {
            throw TemplateProblem.failed(path + " cannot be read: " + unreadable.getMessage());
        }
    }

    @Override
    public boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    @Override
    public String place(String file) {
        return folder.resolve(file).toString();
    }

    @Override
    public List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> walk = Files.walk(real)) {
                return counted(walk.filter(Files::isRegularFile)
                        .map(path -> real.relativize(path).toString().replace('\\', '/'))
                        .filter(name -> !name.startsWith(".") && !name.contains("/."))
                        .limit(MOST_FILES + 1)
                        .sorted()
                        .toList());
            }
        } catch (IOException unreadable) {
            throw TemplateProblem.failed(folder + " cannot be read: " + unreadable.getMessage());
        }
    }

    private List<String> counted(List<String> names) {
        if (names.size() > MOST_FILES) {
            throw TemplateProblem.failed(folder + " holds more than " + MOST_FILES
                    + " files: keep in it what the template uses, and no more");
        }
        return names;
    }
}
