package gazette.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language of a page: there are French and English ones. */
public final class ReaderLanguage {
    private static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.FRENCH);

    private ReaderLanguage() {}

    /** What the browser asks for (RFC 9110 section 12.5.4); English when that is neither. */
    public static Locale of(Context context) {
        String wish = Optional.ofNullable(context.header("Accept-Language")).orElse("");
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(wish), OURS))
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException noLanguages) {
            return Locale.ENGLISH;
        }
    }

    /** The newsletter's, if it is one of ours; else what the browser asks for. */
    static Locale of(Context context, Locale newsletter) {
        return OURS.stream()
                .filter(ours -> ours.getLanguage().equals(newsletter.getLanguage()))
                .findFirst()
                .orElseGet(() -> of(context));
    }
}
