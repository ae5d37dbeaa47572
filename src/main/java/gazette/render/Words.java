package gazette.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code words} in a template: {@code words.key} prints a phrase of {@code words_<language>.properties}, and
 * {@code words.key(a, b)} fills its {@code {0}} and {@code {1}}. Where the file has {@code key.one} and
 * {@code key.other}, {@code words.key(n)} picks the one that the language says with that number.
 *
 * <p>Each key is looked for in the words of the language and region (such as {@code words_pt-BR}), in those of the
 * language, then in the English ones; in each, the template's own file comes before what templates share.
 */
final class Words implements TemplateHashModel {
    private static final String ONE = ".one";
    private static final String OTHER = ".other";

    private final String file;
    private final List<Voice> voices;

    /**
     * Phrases are set as printers of the language do when they are first said: a page says a few of a hundred.
     *
     * @param phrases as they were written
     * @param set those that were said
     */
    private record Voice(Locale language, Map<String, String> phrases, Map<String, String> set) {
        Voice(Locale language, Map<String, String> phrases) {
            this(language, Map.copyOf(phrases), new ConcurrentHashMap<>());
        }

        Optional<TemplateModel> say(String key) {
            return phrase(key)
                    .<TemplateModel>map(phrase -> new Phrase(key, phrase))
                    .or(() -> phrase(key + OTHER)
                            .map(other -> new Plural(key, phrase(key + ONE).orElse(other), other, language)));
        }

        private Optional<String> phrase(String key) {
            return Optional.ofNullable(phrases.get(key))
                    .map(phrase -> set.computeIfAbsent(key, first -> Typography.set(phrase, language)));
        }
    }

    private Words(String file, List<Voice> voices) {
        this.file = file;
        this.voices = List.copyOf(voices);
    }

    /**
     * The words of {@code folder}, set as printers of their language do.
     *
     * @throws TemplateProblem when a file of words cannot be read
     */
    static Words of(TemplateFolder folder, Locale language) {
        List<Voice> voices = new ArrayList<>(List.of(voice(folder, language)));
        if (!language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            voices.add(voice(folder, Locale.ENGLISH));
        }
        return new Words(folder.place(WordsFile.of(language.getLanguage())), voices);
    }

    /** Whether the template has words of its own for {@code language}. */
    static boolean exist(TemplateFolder folder, Locale language) {
        return folder.text(WordsFile.of(language.getLanguage())).isPresent();
    }

    private static Voice voice(TemplateFolder folder, Locale language) {
        Map<String, String> phrases = new HashMap<>();
        files(language).forEach(file -> WordsFile.phrases(folder, file).forEach(phrases::putIfAbsent));
        return new Voice(language, phrases);
    }

    private static List<String> files(Locale language) {
        String own = WordsFile.of(language.getLanguage());
        return language.getCountry().isEmpty()
                ? List.of(own)
                : List.of(WordsFile.of(language.getLanguage() + "-" + language.getCountry()), own);
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        for (Voice voice : voices) {
            Optional<TemplateModel> said = voice.say(key);
            if (said.isPresent()) {
                return said.get();
            }
        }
        throw new TemplateModelException("words." + key + " is not there: add " + key + " to " + file
                + (voices.get(0).phrases().containsKey(key + ONE) ? ", as " + key + OTHER : ""));
    }

    @Override
    public boolean isEmpty() {
        return voices.stream().allMatch(voice -> voice.phrases().isEmpty());
    }
}
