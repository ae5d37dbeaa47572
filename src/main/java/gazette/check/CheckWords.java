package gazette.check;

import gazette.render.Typography;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What findings say, in the language of who reads them: {@code checks_fr.properties} has a title and a meaning for each
 * rule, and a line for each {@link Sentence}. In English the sentences say it themselves. Safe to
 * use from many threads.
 */
public final class CheckWords {
    private static final String FILE = "checks_fr.properties";

    /** In the key of a sentence, and in no rule's name. */
    private static final String OF_SENTENCE = ".";

    private final Map<String, String> lines;
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private final Language french;

    /**
     * A rule in words.
     *
     * @param title a few words
     * @param meaning a sentence; empty where the finding says it
     */
    public record Rule(String title, String meaning) {}

    public CheckWords() {
        this.lines = read();
        Map<String, String> sentences = new HashMap<>(lines);
        sentences.keySet().removeIf(key -> !key.contains(OF_SENTENCE));
        this.french = new French(sentences);
    }

    private static Rule rule(String rule, String line) {
        String[] both = line.split(" \\| ", 2);
        if (both.length < 2) {
            throw new IllegalStateException(FILE + ": " + rule + " needs a title, « | » and a sentence");
        }
        return new Rule(Typography.french(both[0]), Typography.french(both[1]));
    }

    /** The words for a rule; of one that the file does not know, and in English, its name. */
    public Rule of(String rule, Locale language) {
        String line = rule.contains(OF_SENTENCE) ? null : lines.get(rule);
        return line == null || !isFrench(language)
                ? new Rule(spoken(rule), "")
                : rules.computeIfAbsent(rule, key -> rule(key, line));
    }

    private static String spoken(String rule) {
        return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1).replace('-', ' ');
    }

    /** What {@code sentence} says in French, or else in English, stretch by stretch. */
    public List<Run> runs(Sentence sentence, Locale language) {
        return Telling.of(sentence, isFrench(language) ? french : Language.ENGLISH);
    }

    /** The same on a line. */
    public String line(Sentence sentence, Locale language) {
        return runs(sentence, language).stream().map(Run::words).collect(Collectors.joining());
    }

    private static boolean isFrench(Locale language) {
        return language.getLanguage().equals("fr");
    }

    private static Map<String, String> read() {
        Properties lines = new Properties();
        try (InputStream in = CheckWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + FILE);
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException brokenJar) {
            throw new UncheckedIOException("the program's own " + FILE + " cannot be read", brokenJar);
        }
        return lines.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, lines::getProperty));
    }
}
