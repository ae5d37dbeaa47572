package gazette.render;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What fields are filled with where a value needs words around it. */
public final class ReaderWords {
    private ReaderWords() {}

    /**
     * What {@code reader.since} is filled with: a whole sentence, such as «Votre abonnement date du 3 mars 2026.», or
     * nothing when the day is unknown. The edition's wording is complete without it.
     */
    public static String since(Optional<LocalDate> day, Locale language) {
        return day.map(DateWords.of(language)::since).orElse("");
    }
}
