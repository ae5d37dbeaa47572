package gazette.render;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The web pages' templates. Safe to use from many threads. */
public final class Pages {
    private final TemplateFolder folder;
    private final Engine engine;
    private final TimeBox box = new TimeBox(RenderLimits.USUAL);

    /** The pages in {@code gazette/pages} on the class path. */
    public Pages() {
        this(new JarFolder("gazette/pages"));
    }

    Pages(TemplateFolder folder) {
        this.folder = folder;
        this.engine = new Engine(folder);
    }

    /**
     * What {@code name.ftlh} prints, every value escaped.
     *
     * @param language of {@code words.key} and {@code words.key(a, b)}, from {@code words_<language>.properties}, else
     *     from the English one
     * @param model of maps, lists, strings, numbers and booleans
     * @throws TemplateProblem when the page is missing or fails
     */
    public String page(String name, Locale language, Map<String, Object> model) {
        Map<String, Object> data = new HashMap<>(model);
        data.put("words", Words.of(folder, language));
        data.put("language", language.toLanguageTag());
        return new Run(folder, engine, box, language).one(name + ".ftlh", data);
    }
}
