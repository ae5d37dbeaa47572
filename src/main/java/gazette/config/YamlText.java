package gazette.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The text of a settings file, taken apart into nodes that know where they stand.
 *
 * @param root empty for a file without content, and when there is a problem
 */
record YamlText(Optional<Node> root, Optional<SettingsProblem> problem) {
    /** Deeper than any settings go. */
    private static final int DEEPEST = 50;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    /** Reads UTF-8, with or without a byte order mark. Never throws. */
    static YamlText read(String file, byte[] octets) {
        CharBuffer text = CharBuffer.allocate(octets.length);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        boolean isWhole = !utf8.decode(ByteBuffer.wrap(octets), text, true).isError();
        String read = text.flip().toString();
        if (!isWhole) {
            return wrong(Spot.after(file, read), "the file is not in UTF-8 here", "save it in that encoding");
        }
        return parse(file, read.startsWith("\uFEFF") ? read.substring(1) : read);
    }

    private static YamlText parse(String file, String text) {
        Optional<YamlText> control = firstControl(file, text);
        if (control.isPresent()) {
            return control.get();
        }
        try {
            Parser events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
            return new YamlText(
                    new Composer(SETTINGS, new BoundedEvents(events, DEEPEST)).getSingleNode(), Optional.empty());
        } catch (BoundedEvents.TooDeep tooDeep) {
            Spot spot = Spot.of(file, Optional.of(tooDeep.begin()));
            return wrong(spot, "brackets or keys nest too deep", "take some out");
        } catch (MarkedYamlEngineException notYaml) {
            return new YamlText(
                    Optional.empty(), Optional.of(YamlSlip.of(notYaml).problem(file)));
        } catch (YamlEngineException notYaml) {
            return wrong(
                    new Spot(file, 1, 1), "the file is no YAML that Gazette reads", "take out lines that begin with %");
        }
    }

    private static Optional<YamlText> firstControl(String file, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0) || c >= '\uFFFE') {
                return Optional.of(
                        wrong(Spot.after(file, text.substring(0, i)), "a control character stands here", "delete it"));
            }
        }
        return Optional.empty();
    }

    private static YamlText wrong(Spot spot, String what, String remedy) {
        return new YamlText(Optional.empty(), Optional.of(spot.problem("", what, remedy)));
    }
}
