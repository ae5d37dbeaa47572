package gazette.studio;

import gazette.config.Settings;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import io.javalin.http.Context;
import java.util.Optional;

/** Which newsletter and cadence a page is about: said by its address, else the first of the settings. */
record Where(Newsletter newsletter, Cadence cadence) {
    static final String NEWSLETTER = "newsletter";
    static final String CADENCE = "cadence";

    static Where of(Context context, Settings settings) {
        Newsletter newsletter = Optional.ofNullable(context.queryParam(NEWSLETTER))
                .or(() -> Optional.ofNullable(context.pathParamMap().get(NEWSLETTER)))
                .flatMap(settings::newsletter)
                .orElse(settings.newsletters().get(0));
        Cadence cadence = Optional.ofNullable(context.queryParam(CADENCE))
                .flatMap(newsletter::cadence)
                .orElse(newsletter.cadences().get(0));
        return new Where(newsletter, cadence);
    }
}
