package gazette.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Answers 404 with words of its own, instead of the page that is there for all addresses that lead nowhere. */
public final class NotFound {
    private static final String SAID = "gazette.said";

    private NotFound() {}

    /**
     * Says {@code words}.
     *
     * @param type the media type of {@code words}, with its charset
     */
    public static void say(Context context, String type, String words) {
        context.status(HttpStatus.NOT_FOUND).contentType(type).result(words).attribute(SAID, true);
    }

    /** Whether words were said already. */
    static boolean isSaid(Context context) {
        return context.attribute(SAID) != null;
    }
}
