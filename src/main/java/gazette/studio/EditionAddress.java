package gazette.studio;

import gazette.edition.EditionId;
import io.javalin.http.Context;
import java.util.Optional;

/** Where an edition's pages are: {@code /editions/la-gazette/128}. */
final class EditionAddress {
    /** As routes have it. */
    static final String PATTERN = "/editions/{newsletter}/{number}";

    private EditionAddress() {}

    static String of(EditionId edition) {
        return "/editions/" + edition.newsletter() + "/" + edition.number();
    }

    /** What the path of a page names; it may not be there. */
    static Optional<EditionId> read(Context context) {
        String number = context.pathParam("number");
        return number.matches("[1-9]\\d{0,8}")
                ? Optional.of(new EditionId(context.pathParam("newsletter"), Integer.parseInt(number)))
                : Optional.empty();
    }
}
