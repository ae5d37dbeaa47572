package gazette.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of words, {@code words_<language>.properties}: a phrase each line. */
final class WordsFile {
    private static final String BEGIN = "words_";
    private static final String END = ".properties";
    private static final Pattern BROKEN = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*(\\\\u)(?![0-9A-Fa-f]{4})");
    private static final Pattern COMMENT = Pattern.compile("\\s*[#!].*");

    private WordsFile() {}

    /** @param tag of a language, or of one in a region, such as {@code pt-BR} */
    static String of(String tag) {
        return BEGIN + tag + END;
    }

    static boolean isOne(String file) {
        return file.startsWith(BEGIN) && file.endsWith(END);
    }

    /** The language of {@code file}, which is one of words. */
    static String tag(String file) {
        return file.substring(BEGIN.length(), file.length() - END.length());
    }

    /** Several as one, of which the first that has a phrase counts. */
    static Optional<String> together(Stream<String> texts) {
        return texts.reduce((near, far) -> far + "\n\n" + near);
    }

    /** The text of {@code file}, which is checked as by {@link #phrases}. */
    static Optional<String> text(TemplateFolder folder, String file) {
        phrases(folder, file);
        return folder.text(file);
    }

    /**
     * The phrases by key, sorted; none of a file that is not there.
     *
     * @throws TemplateProblem when the file cannot be read, or holds a broken escape
     */
    static Map<String, String> phrases(TemplateFolder folder, String file) {
        String text = folder.text(file).orElse("");
        try {
            return phrases(text);
        } catch (IllegalArgumentException broken) {
            throw new Diagnosis(folder, file)
                    .at(broken(file, text), "a \\u without four digits after it: write the character itself");
        }
    }

    /**
     * The phrases in {@code text} by key, sorted.
     *
     * @throws IllegalArgumentException when it holds a broken escape
     */
    static Map<String, String> phrases(String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> phrases = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> phrases.put(key, read.getProperty(key)));
        return phrases;
    }

    private static Place broken(String file, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = BROKEN.matcher(lines.get(i));
            if (!COMMENT.matcher(lines.get(i)).matches() && found.find()) {
                return new Place(file, i + 1, found.start(1) + 1);
            }
        }
        return new Place(file, 1, 1);
    }
}
