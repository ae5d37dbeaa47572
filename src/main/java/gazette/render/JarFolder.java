package gazette.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of the class path.
 *
 * @param folder its path there, without a {@code /} at either end
 */
record JarFolder(String folder) implements Layer {
    /** Where the build packs the sample workspace. */
    private static final String SAMPLE = "gazette/sample/";

    /** What every template has. */
    private static final String SUBJECT = "subject.ftl";

    private static final String TEMPLATES = SAMPLE + "templates/";

    static JarFolder ofTemplate(String name) {
        return new JarFolder(TEMPLATES + name);
    }

    /** The names of the built-in templates, in the order of the alphabet. */
    static List<String> builtIn() {
        return new JarFolder(SAMPLE + "templates")
                .files().stream()
                        .filter(file -> file.endsWith("/" + SUBJECT))
                        .map(file -> file.substring(0, file.indexOf('/')))
                        .toList();
    }

    /** Whether {@link #builtIn} lists {@code name}; told without a list. */
    static boolean isBuiltIn(String name) {
        return TemplateShelf.isName(name) && ofTemplate(name).has(SUBJECT);
    }

    @Override
    public Optional<String> text(String file) {
        try (InputStream in = JarFolder.class.getClassLoader().getResourceAsStream(folder + "/" + file)) {
            return in == null ? Optional.empty() : Optional.of(Layer.decoded(in, place(file)));
        } catch (IOException brokenJar) {
            throw new UncheckedIOException("the program's own " + file + " cannot be read", brokenJar);
        }
    }

    @Override
    public boolean has(String file) {
        return JarFolder.class.getClassLoader().getResource(folder + "/" + file) != null;
    }

    @Override
    public String place(String file) {
        return folder.substring(folder.lastIndexOf('/') + 1) + "/" + file + " (built in)";
    }

    @Override
    public List<String> files() {
        String begin = folder + "/";
        return Sample.FILES.stream()
                .filter(name -> name.startsWith(begin))
                .map(name -> name.substring(begin.length()))
                .toList();
    }

    /** What the build packed: read once, for it stays as it is while the program runs. */
    private static final class Sample {
        /** The paths of all its files, sorted. */
        private static final List<String> FILES = files();

        private static List<String> files() {
            URL anchor = Objects.requireNonNull(
                    JarFolder.class.getClassLoader().getResource(SAMPLE + "gazette.yaml"), "the jar holds the sample");
            try {
                URLConnection opened = anchor.openConnection();
                if (opened instanceof JarURLConnection jar) {
                    return jar.getJarFile().stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(SAMPLE))
                            .sorted()
                            .toList();
                }
                Path root = Path.of(URI.create(anchor.toString())).resolveSibling("");
                try (Stream<Path> walk = Files.walk(root.resolve("templates"))) {
                    return walk.filter(Files::isRegularFile)
                            .map(path ->
                                    SAMPLE + root.relativize(path).toString().replace('\\', '/'))
                            .sorted()
                            .toList();
                }
            } catch (IOException brokenJar) {
                throw new UncheckedIOException("the program's own files cannot be listed", brokenJar);
            }
        }
    }
}
