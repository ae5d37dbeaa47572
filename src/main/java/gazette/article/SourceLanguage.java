package gazette.article;

import java.util.Locale;
import java.util.Optional;

/**
 * What the texts of a source are written in.
 *
 * @param set what the settings say, if they do
 * @param otherwise where nothing else tells: the newsletter's language
 */
public record SourceLanguage(Optional<Locale> set, Locale otherwise) {
    /** A source whose texts are all in {@code language}, unless they say otherwise. */
    public static SourceLanguage of(Locale language) {
        return new SourceLanguage(Optional.of(language), language);
    }

    /**
     * The language of one text: what it says itself, or else what the settings say, or else what its words look like, or
     * else the newsletter's.
     *
     * @param declared what the text says
     * @param words all of its words
     */
    public Locale of(Optional<Locale> declared, String words) {
        return declared.or(() -> set).orElse(otherwise);
    }
}
