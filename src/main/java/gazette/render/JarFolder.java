package gazette.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

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
        return Packed.FILES.stream()
                .filter(name -> name.startsWith(begin))
                .map(name -> name.substring(begin.length()))
                .toList();
    }

    /** What the build packed, told by a list of its own: a jar is told only whole, and it holds thirteen thousand names. */
    private static final class Packed {
        /** The paths of all files of templates, sorted. */
        private static final List<String> FILES = new JarFolder("gazette/render")
                .text("templates.txt")
                .orElseThrow()
                .lines()
                .map(TEMPLATES::concat)
                .toList();
    }
}
