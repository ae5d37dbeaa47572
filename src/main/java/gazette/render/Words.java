package gazette.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code words} in a template: {@code words.key} prints a phrase of {@code words_<language>.properties}, and
 * {@code words.key(a, b)} fills its {@code {0}} and {@code {1}}. What that file lacks is taken from the English one.
 */
final class Words implements TemplateHashModel {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    private final String file;
    private final Map<String, String> phrases;

    private Words(String file, Map<String, String> phrases) {
        this.file = file;
        this.phrases = phrases;
    }

    /**
     * The words of {@code folder}, set as printers of their language do.
     *
     * @throws TemplateProblem when a file of words cannot be read
     */
    static Words of(TemplateFolder folder, Locale language) {
        Map<String, String> phrases = new HashMap<>(read(folder, Locale.ENGLISH));
        phrases.putAll(read(folder, language));
        return new Words(folder.place(name(language)), Map.copyOf(phrases));
    }

    /** Whether the template has words of its own for {@code language}. */
    static boolean exist(TemplateFolder folder, Locale language) {
        return folder.text(name(language)).isPresent();
    }

    private static String name(Locale language) {
        return "words_" + language.getLanguage() + ".properties";
    }

    private static Map<String, String> read(TemplateFolder folder, Locale language) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(folder.text(name(language)).orElse("")));
        } catch (IllegalArgumentException malformed) {
            throw TemplateProblem.failed(
                    folder.place(name(language)) + " has a broken \\u: write the character itself");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> phrases = new HashMap<>();
        read.stringPropertyNames().forEach(key -> phrases.put(key, Typography.set(read.getProperty(key), language)));
        return phrases;
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        String phrase = phrases.get(key);
        if (phrase == null) {
            throw new TemplateModelException("words." + key + " is not there: add " + key + " to " + file);
        }
        return new Phrase(key, phrase);
    }

    @Override
    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    private record Phrase(String key, String text) implements TemplateScalarModel, TemplateMethodModelEx {
        @Override
        public String getAsString() throws TemplateModelException {
            return filled(List.of());
        }

        @Override
        @SuppressWarnings("rawtypes") // as FreeMarker declares it
        public Object exec(List values) throws TemplateModelException {
            return filled(values);
        }

        private String filled(List<?> values) throws TemplateModelException {
            StringBuilder filled = new StringBuilder();
            Matcher place = PLACE.matcher(text);
            while (place.find()) {
                int index = Integer.parseInt(place.group(1));
                if (index >= values.size()) {
                    throw new TemplateModelException(
                            "words." + key + " needs a value for " + place.group() + ", as in words." + key + "(…)");
                }
                place.appendReplacement(filled, Matcher.quoteReplacement(printed(values.get(index))));
            }
            return place.appendTail(filled).toString();
        }

        private String printed(Object value) throws TemplateModelException {
            if (value instanceof TemplateScalarModel words) {
                return words.getAsString();
            }
            if (value instanceof TemplateNumberModel number) {
                return number.getAsNumber().toString();
            }
            throw new TemplateModelException("words." + key + " is filled with words and numbers alone");
        }
    }
}
