package gazette.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The name of a template: one that Gazette brings, or a folder below {@code templates/}. */
final class TemplateName {
    /** The one that makes the mail where the settings do not say. */
    static final String USUAL = "digest";

    /** Those that need no folder in the workspace. */
    static final Set<String> BUILT_IN = new TreeSet<>(Set.of(USUAL, "brief", "single", "plain"));

    /** The folder of what templates share is none. */
    private static final String SHARED = "common";

    private TemplateName() {}

    static Fit.Kind<String> in(Path workspace) {
        Path templates = workspace.resolve("templates");
        return text -> Kinds.name(text)
                .value()
                .filter(name -> !name.equals(SHARED))
                .filter(name -> BUILT_IN.contains(name) || Files.isDirectory(templates.resolve(name)))
                .map(Fit::of)
                .orElseGet(() -> Fit.not(remedy(text, templates)));
    }

    private static String remedy(String text, Path templates) {
        String advice = "give one that Gazette brings (" + String.join(", ", BUILT_IN) + ") or the name of a folder in "
                + templates;
        return Nearest.of(text, known(templates))
                .map(near -> "did you mean " + near + "? " + advice)
                .orElse(advice);
    }

    private static Set<String> known(Path templates) {
        Set<String> known = new TreeSet<>(BUILT_IN);
        if (Files.isDirectory(templates)) {
            try (Stream<Path> folders = Files.list(templates)) {
                folders.filter(Files::isDirectory)
                        .map(folder -> String.valueOf(folder.getFileName()))
                        .filter(name -> !name.equals(SHARED))
                        .forEach(known::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot list " + templates, unreadable);
            }
        }
        return known;
    }
}
