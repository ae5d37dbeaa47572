package gazette.subscriber;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How people write a language: {@code fr}, {@code fr-CA}, {@code fr_CA} (RFC 5646 section 2.1). */
public final class LanguageTag {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private LanguageTag() {}

    /** The language, with its region if one is given; empty when {@code text} names none of ISO 639's. */
    public static Optional<Locale> read(String text) {
        try {
            return Optional.of(new Locale.Builder()
                            .setLanguageTag(text.strip().replace('_', '-'))
                            .build())
                    .filter(locale -> LANGUAGES.contains(locale.getLanguage()));
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }
}
