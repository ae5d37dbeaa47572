package gazette.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of a template lie: in the workspace, the template's own folder before the common one, or else in the
 * program in the same order.
 *
 * @param workspace absolute
 * @param template its name
 */
record TemplatePlaces(Path workspace, String template) {
    private static final String BUILT_IN = "/gazette/sample/templates/";

    private List<String> folders() {
        return List.of(template, "common");
    }

    /** What people call {@code file}: its path from the workspace, or where it is in the program. */
    String name(String file) {
        return onDisk(file)
                .map(path -> workspace.relativize(path).toString().replace('\\', '/'))
                .orElseGet(() -> folders().stream()
                                .filter(folder ->
                                        TemplatePlaces.class.getResource(BUILT_IN + folder + "/" + file) != null)
                                .findFirst()
                                .orElse(template)
                        + "/" + file + " (built in)");
    }

    /** What is in it; empty when there is none. */
    Optional<String> text(String file) {
        try {
            Optional<Path> own = onDisk(file);
            return own.isPresent() ? Optional.of(Files.readString(own.get(), StandardCharsets.UTF_8)) : builtIn(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name(file) + " cannot be read", unreadable);
        }
    }

    private Optional<Path> onDisk(String file) {
        return folders().stream()
                .map(folder -> workspace.resolve("templates").resolve(folder).resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Optional<String> builtIn(String file) throws IOException {
        for (String folder : folders()) {
            try (InputStream in = TemplatePlaces.class.getResourceAsStream(BUILT_IN + folder + "/" + file)) {
                if (in != null) {
                    return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }
}
