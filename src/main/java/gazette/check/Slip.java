package gazette.check;

import gazette.check.Finding.Level;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A slip of typography that a pattern finds.
 *
 * @param country where it is none, in capitals; empty for nowhere
 * @param what it is, followed by a sample
 */
record Slip(
        String language, String country, Level level, String rule, Pattern pattern, Sentence what, Sentence remedy) {
    private static final Sentence AUTOMATIC = Sentence.named(
            "typography.remedy",
            "write the right sign there; words that an article or words_*.properties hands over get it by themselves");

    static final List<Slip> ALL = List.of(
            new Slip(
                    "fr",
                    "",
                    Level.WARN,
                    "typography-fr-breaking-space",
                    Pattern.compile("\\S{1,12} (?:[;:!?]+(?=[\\s)»]|$)|»)|« \\S{1,12}"),
                    Sentence.named(
                            "typography-fr-breaking-space.what",
                            "an ordinary space stands beside a sign of punctuation, so a line may begin with the sign"),
                    AUTOMATIC),
            new Slip(
                    "fr",
                    "CA",
                    Level.INFO,
                    "typography-fr-missing-space",
                    Pattern.compile(
                            "[\\p{L}\\p{N})]{1,12}[;!?](?=\\s|$)|[\\p{L})]{1,12}:(?=\\s)|«[^\\s\\u00A0\\u202F]{1,12}|[^\\s\\u00A0\\u202F]{1,12}»"),
                    Sentence.named(
                            "typography-fr-missing-space.what",
                            "a sign of punctuation stands without the space that French puts there"),
                    AUTOMATIC),
            new Slip(
                    "fr",
                    "",
                    Level.INFO,
                    "typography-fr-apostrophe",
                    Pattern.compile("\\p{L}{1,12}'\\p{L}{1,12}"),
                    Sentence.named("typography-fr-apostrophe.what", "a straight apostrophe stands between letters"),
                    AUTOMATIC),
            new Slip(
                    "fr",
                    "",
                    Level.INFO,
                    "typography-fr-dots",
                    Pattern.compile("\\S{0,12}\\.\\.\\."),
                    Sentence.named("typography-fr-dots.what", "three dots stand for an ellipsis"),
                    AUTOMATIC),
            new Slip(
                    "fr",
                    "",
                    Level.INFO,
                    "typography-fr-oe",
                    Pattern.compile("(?iu)\\b(?:oeuvre|coeur|soeur|noeud|boeuf|oeil|oeuf|voeu|moeurs|manoeuvr)\\p{L}*"),
                    Sentence.named("typography-fr-oe.what", "oe stands where French writes œ, unless it is a name"),
                    Sentence.named("typography-fr-oe.remedy", "write œ in the article if it is no name")),
            new Slip(
                    "en",
                    "",
                    Level.INFO,
                    "typography-en-quotes",
                    Pattern.compile("(?<=^|[\\s(])\"[^\"\\n]{1,40}\"|\\p{L}{1,12}'\\p{L}{1,12}"),
                    Sentence.named("typography-en-quotes.what", "quotation marks or apostrophes are straight"),
                    Sentence.named("typography-en-quotes.remedy", "write curly ones in the article")));

    boolean isOf(Locale written) {
        return written.getLanguage().equals(language)
                && (country.isEmpty() || !written.getCountry().equals(country));
    }
}
