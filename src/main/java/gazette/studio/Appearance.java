package gazette.studio;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** In what light, and by what kind of mail program, the HTML part is shown. */
enum Appearance {
    /** By day: rules for dark screens never apply. */
    LIGHT,
    /** By night, as it is written: its rules for dark screens apply, whatever the screen. */
    DARK,
    /**
     * By night in programs that make a dark page of a light one by themselves, colour by colour, as
     * {@link gazette.check.Appearance#INVERTED} has it; real programs each differ a little.
     */
    INVERTED,
    /** In programs that throw style sheets away: only what elements say themselves counts. */
    BARE;

    /** What the address says. */
    static final String PARAMETER = "look";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that the address asks for, else by day. */
    static Appearance of(Context context) {
        return Word.of(context, PARAMETER, List.of(values()), Appearance::word).orElse(LIGHT);
    }
}
