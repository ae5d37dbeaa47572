package gazette.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of one template, read anew each time: what is on disk is what is rendered. */
interface TemplateFolder {
    /** Longest file, in octets: a hundred times the built-in one. */
    int MAX_OCTETS = 1 << 20;

    /** Where the build packs the workspace's own templates. */
    String BUILT_IN = "gazette/sample/templates/digest";

    /**
     * The text of a file, empty when it is not there.
     *
     * @param file its path inside the folder, with {@code /}
     * @throws TemplateProblem when it cannot be read, is no UTF-8, is too long, or leads out of the folder
     */
    Optional<String> text(String file);

    /** How a person finds {@code file}. */
    String place(String file);

    /**
     * The folder {@code name} in {@code templates}; the built-in {@code digest} when there is no folder of that name.
     *
     * @throws TemplateProblem when there is none
     */
    static TemplateFolder of(Path templates, String name) {
        if (!name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*")) {
            throw TemplateProblem.missing("template is '" + name + "': give the name of a folder in " + templates);
        }
        Path folder = templates.resolve(name);
        if (Files.isDirectory(folder)) {
            return new OnDisk(templates, folder);
        }
        if (name.equals("digest")) {
            return new InJar(BUILT_IN);
        }
        throw TemplateProblem.missing(
                "there is no template " + folder + ": make that folder, or set template to digest, which is built in");
    }

    /** A folder of the workspace; links that lead out of {@code templates} are not followed. */
    record OnDisk(Path templates, Path folder) implements TemplateFolder {
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
                    return Optional.of(decoded(in, place(file)));
                }
            } catch (IOException unreadable) {
                throw TemplateProblem.failed(path + " cannot be read: " + unreadable.getMessage());
            }
        }

        @Override
        public String place(String file) {
            return folder.resolve(file).toString();
        }
    }

    /** A folder of the class path. */
    record InJar(String folder) implements TemplateFolder {
        @Override
        public Optional<String> text(String file) {
            try (InputStream in = TemplateFolder.class.getClassLoader().getResourceAsStream(folder + "/" + file)) {
                return in == null ? Optional.empty() : Optional.of(decoded(in, place(file)));
            } catch (IOException brokenJar) {
                throw new UncheckedIOException("the program's own " + file + " cannot be read", brokenJar);
            }
        }

        @Override
        public String place(String file) {
            return folder.substring(folder.lastIndexOf('/') + 1) + "/" + file + " (built in)";
        }
    }

    private static String decoded(InputStream in, String place) throws IOException {
        byte[] octets = in.readNBytes(MAX_OCTETS + 1);
        if (octets.length > MAX_OCTETS) {
            throw TemplateProblem.failed(place + " is longer than 1 MB: a template is a few pages");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw TemplateProblem.failed(place + " is no UTF-8: save it as UTF-8");
        }
    }
}
