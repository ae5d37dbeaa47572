package gazette.studio;

import gazette.render.Pages;
import gazette.web.ReaderLanguage;
import gazette.web.SafeHeaders;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Map;

/** Says in a page of its own why there is no answer, and what to do. */
final class Refusals {
    private final PageFrame frame;
    private final Pages pages;

    Refusals(PageFrame frame, Pages pages) {
        this.frame = frame;
        this.pages = pages;
    }

    /**
     * For whoever is not at this machine. Readers are told what is said of any page that is not there; the others get no
     * word of the newsletters.
     */
    void turnAway(Context context, LoopbackCheck.Answer why) {
        if (why == LoopbackCheck.Answer.READERS) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        Map<String, Object> model = Map.of(
                "reason",
                "live_away_" + why.name().toLowerCase(Locale.ROOT),
                "port",
                context.req().getLocalPort());
        context.status(HttpStatus.FORBIDDEN).html(pages.page("away", ReaderLanguage.of(context), model));
    }

    /** For a change that is not made. */
    void refuse(Context context, Refusal refusal) {
        SafeHeaders.forStudio(context);
        context.status(refusal.status());
        Room room = Room.at(context.path()).orElse(Room.NEXT);
        frame.show(context, "refused", room, Map.of("key", refusal.key()));
    }

    /** For what is not there, and for what failed: the reason of that is in the log. */
    void excuse(Context context, HttpStatus why) {
        SafeHeaders.forStudio(context);
        context.status(why);
        Map<String, Object> model = Map.of("key", why == HttpStatus.NOT_FOUND ? "live_missing" : "live_failed");
        frame.show(context, "refused", Room.at(context.path()), model);
    }
}
