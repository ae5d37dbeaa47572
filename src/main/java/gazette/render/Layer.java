package gazette.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One folder that a template's files come from, read anew each time: what is there is what is rendered. */
sealed interface Layer extends TemplateFolder permits DiskFolder, JarFolder {
    /** Longest file, in octets: a hundred times the built-in one. */
    int MAX_OCTETS = 1 << 20;

    /** Whether {@code file} is there, readable or not. */
    boolean has(String file);

    /** The paths of its files, those in folders inside it too; hidden ones are not among them. */
    List<String> files();

    /**
     * The text of a file, less a byte order mark.
     *
     * @throws TemplateProblem when {@code in} is too long, or no UTF-8
     */
    static String decoded(InputStream in, String place) throws IOException {
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
