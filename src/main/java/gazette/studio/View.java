package gazette.studio;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** How much of a message is on the stage. */
enum View {
    /** As wide as a phone. */
    PHONE,
    /** As wide as there is room. */
    DESKTOP,
    /** Both, one beside the other. */
    BOTH,
    /** The plain-text part. */
    TEXT,
    /** The fields of its head. */
    HEADERS,
    /** Where it leads. */
    LINKS,
    /** The tree of its parts. */
    MIME,
    /** The octets. */
    SOURCE,
    /** What all rules find in it. */
    CHECKS;

    /** What the address says. */
    static final String PARAMETER = "view";

    /** Whether the HTML part is shown. */
    boolean isFramed() {
        return switch (this) {
            case PHONE, DESKTOP, BOTH -> true;
            case TEXT, HEADERS, LINKS, MIME, SOURCE, CHECKS -> false;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that the address asks for; the first of {@code offered} when it asks for none of them. */
    static View of(Context context, List<View> offered) {
        return Word.of(context, PARAMETER, offered, View::word).orElse(offered.get(0));
    }
}
