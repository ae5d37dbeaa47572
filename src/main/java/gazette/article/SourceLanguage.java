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
     * else the newsletter's. Words tell nine languages of news, and only twenty words or more; a newsletter in the same
     * language keeps its region, so that fr-CA stays fr-CA.
     *
     * @param declared what the text says
     * @param words all of its words
     */
    public Locale of(Optional<Locale> declared, String words) {
        return declared.or(() -> set).or(() -> told(words)).orElse(otherwise);
    }

    private Optional<Locale> told(String words) {
        return Tongue.of(words).filter(told -> !told.getLanguage().equals(otherwise.getLanguage()));
    }
}
