package gazette.studio;

import gazette.render.Typography;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What each rule of {@code gazette check} is called, and what it means for the reader: {@code checks_fr.properties} has a
 * line for each. In English the findings say it themselves. Immutable.
 */
final class CheckWords {
    private static final String FILE = "/gazette/studio/checks_fr.properties";

    private final Map<String, Rule> french = new HashMap<>();

    /**
     * A rule in words.
     *
     * @param title a few words
     * @param meaning a sentence; empty where the finding says it
     */
    record Rule(String title, String meaning) {}

    CheckWords() {
        Properties lines = read();
        for (String rule : lines.stringPropertyNames()) {
            String[] both = lines.getProperty(rule).split(" \\| ", 2);
            if (both.length < 2) {
                throw new IllegalStateException(FILE + ": " + rule + " needs a title, « | » and a sentence");
            }
            french.put(rule, new Rule(Typography.french(both[0]), Typography.french(both[1])));
        }
    }

    /** The words for a rule; of one that the file does not know, and in English, its name. */
    Rule of(String rule, Locale language) {
        return Optional.ofNullable(french.get(rule))
                .filter(known -> language.getLanguage().equals("fr"))
                .orElseGet(() -> new Rule(spoken(rule), ""));
    }

    private static String spoken(String rule) {
        return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1).replace('-', ' ');
    }

    private static Properties read() {
        Properties lines = new Properties();
        try (InputStream in = CheckWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + FILE);
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines;
        } catch (IOException brokenJar) {
            throw new UncheckedIOException(FILE + " cannot be read", brokenJar);
        }
    }
}
