package gazette.render;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * In whose words an edition speaks around an article: the article's own language where the template has words of it, so
 * that a reader hears «By the newsroom» of an English one; the edition's elsewhere. Each language's words are read once.
 * For one thread.
 */
final class Voices {
    private final TemplateFolder folder;
    private final Locale edition;
    private final Map<Locale, Words> read = new HashMap<>();

    Voices(TemplateFolder folder, Locale edition) {
        this.folder = folder;
        this.edition = edition;
    }

    /** Whether an article in {@code language} is spoken of in its own. */
    boolean has(Locale language) {
        return language.getLanguage().equals(edition.getLanguage()) || Words.exist(folder, language);
    }

    Words words(Locale language) {
        return read.computeIfAbsent(spoken(language), spoken -> Words.of(folder, spoken));
    }

    DateWords dates(Locale language) {
        return DateWords.of(spoken(language));
    }

    private Locale spoken(Locale language) {
        return has(language) ? language : edition;
    }
}
