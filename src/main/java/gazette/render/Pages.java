package gazette.render;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The web pages' templates. Safe to use from many threads. */
public final class Pages {
    private static final String READERS = "gazette/pages";

    private final TemplateFolder folder;
    private final Engine engine;
    private final TimeBox box = new TimeBox(RenderLimits.USUAL);
    private final Function<Locale, Words> words;

    /** The pages in {@code gazette/pages} on the class path. */
    public Pages() {
        this(READERS);
    }

    /** The pages in a folder of the class path, named without a {@code /} at either end. */
    public Pages(String folder) {
        this.folder = new JarFolder(folder);
        this.engine = new Engine(this.folder);
        Map<Locale, Words> read = new ConcurrentHashMap<>(); // the program's own files stay as they are while it runs
        this.words = language -> read.computeIfAbsent(language, each -> Words.of(this.folder, each));
    }

    Pages(TemplateFolder folder) {
        this.folder = folder;
        this.engine = new Engine(folder);
        this.words = language -> Words.of(folder, language);
    }

    /** Loads what pages, and templates too, need of FreeMarker: for who has a moment before they are needed. */
    public static void load() {
        new Engine(new JarFolder(READERS));
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
        data.put("words", words.apply(language));
        data.put("language", language.toLanguageTag());
        return new Run(folder, engine, box, language).one(name + ".ftlh", data);
    }
}
