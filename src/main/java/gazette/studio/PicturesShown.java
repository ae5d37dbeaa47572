package gazette.studio;

import gazette.web.SafeHeaders;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** Which pictures of a message are loaded. */
enum PicturesShown {
    /** Those that it carries; nobody elsewhere hears of it. */
    OWN,
    /** Those that it links to as well: their servers hear that somebody looks. */
    ALL,
    /** None, as many programs begin: their words stand for them. */
    OFF;

    /** What the address says. */
    static final String PARAMETER = "pictures";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that the address asks for, else its own. */
    static PicturesShown of(Context context) {
        return Word.of(context, PARAMETER, List.of(values()), PicturesShown::word)
                .orElse(OWN);
    }

    /** What the browser is told to refuse of a message's frame. */
    void guard(Context context) {
        switch (this) {
            case OWN -> SafeHeaders.forMessage(context);
            case ALL -> SafeHeaders.forMessageWithLinkedPictures(context);
            case OFF -> SafeHeaders.forMessageWithoutPictures(context);
        }
    }
}
