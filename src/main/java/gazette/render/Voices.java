package gazette.render;

import java.util.Locale;

/**
 * In whose words an edition speaks around an article: the article's own language where the template has words of it, so
 * that a reader hears «By the newsroom» of an English one; the edition's elsewhere.
 */
final class Voices {
    private final TemplateFolder folder;
    private final Locale edition;

    Voices(TemplateFolder folder, Locale edition) {
        this.folder = folder;
        this.edition = edition;
    }

    /** Whether an article in {@code language} is spoken of in its own. */
    boolean has(Locale language) {
        return language.getLanguage().equals(edition.getLanguage()) || Words.exist(folder, language);
    }

    Words words(Locale language) {
        return Words.of(folder, has(language) ? language : edition);
    }

    DateWords dates(Locale language) {
        return DateWords.of(has(language) ? language : edition);
    }
}
