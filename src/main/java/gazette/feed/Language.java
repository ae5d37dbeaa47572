package gazette.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Languages as feeds name them. */
final class Language {
    private static final Pattern END = Pattern.compile("[,;\\s].*", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[a-z0-9]{1,8})*", Pattern.CASE_INSENSITIVE);

    /** Names that stand where a tag should. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("français", "fr"),
            Map.entry("francais", "fr"),
            Map.entry("french", "fr"),
            Map.entry("english", "en"),
            Map.entry("anglais", "en"),
            Map.entry("deutsch", "de"),
            Map.entry("german", "de"),
            Map.entry("español", "es"),
            Map.entry("spanish", "es"),
            Map.entry("italiano", "it"),
            Map.entry("italian", "it"),
            Map.entry("nederlands", "nl"),
            Map.entry("dutch", "nl"));

    private Language() {}

    /** A tag such as {@code fr}, {@code fr-CA} or {@code fr_CA}, or a name; empty when it says nothing. */
    static Optional<Locale> of(String written) {
        String first = END.matcher(written.strip()).replaceFirst("").replace('_', '-');
        String tag = BY_NAME.getOrDefault(first.toLowerCase(Locale.ROOT), first);
        if (!TAG.matcher(tag).matches()) {
            return Optional.empty();
        }
        Locale locale = Locale.forLanguageTag(tag);
        boolean says = !locale.getLanguage().isEmpty() && !locale.getLanguage().equals("und");
        return says ? Optional.of(locale) : Optional.empty();
    }
}
