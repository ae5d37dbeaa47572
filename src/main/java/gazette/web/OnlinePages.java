package gazette.web;

import gazette.edition.EditionId;
import gazette.edition.Inline;
import gazette.edition.Variant;
import gazette.render.OnlineAddress;
import gazette.render.Pages;
import gazette.subscriber.Token;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Editions, for whoever has the address that their messages carry: without anything of any reader, and not for search
 * engines. Reading one changes nothing.
 */
public final class OnlinePages implements PageGroup {
    private static final Logger LOG = LoggerFactory.getLogger("gazette.web.online");
    private static final String PATH = "/online/{token}";
    private static final String PICTURES = "/pictures/";
    private static final int RETRY_AFTER_SECONDS = 30;

    /** An edition never changes; its template's words may be mended by a new release. */
    private static final String FOR_MINUTES = "private, max-age=300";

    /** The same picture has the same address for ever. */
    private static final String FOR_LONG = "private, max-age=31536000, immutable";

    private final Pages pages;
    private final Function<String, Optional<Token>> tokens;
    private final Supplier<Copies> copies;

    /**
     * @param tokens what a signed text says; empty for any that is not ours
     * @param copies of the editions of the store as it is just then
     */
    public OnlinePages(Pages pages, Function<String, Optional<Token>> tokens, Supplier<Copies> copies) {
        this.pages = pages;
        this.tokens = tokens;
        this.copies = copies;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        HousePages.read(routes, PATH, careful(this::page));
        HousePages.read(routes, PATH + PICTURES + "<id>", careful(this::picture));
    }

    private void page(Context context, Variant copy) {
        SafeHeaders.forEdition(context);
        context.header("Cache-Control", FOR_MINUTES);
        context.html(copy.html().orElseGet(() -> pages.page("online", copy.language(), text(copy))));
    }

    private static Map<String, Object> text(Variant copy) {
        return Map.of("tongue", copy.language().toLanguageTag(), "subject", copy.subject(), "text", copy.text());
    }

    private void picture(Context context, Variant copy) {
        copy.inlines().stream()
                .filter(inline -> inline.contentId().equals(context.pathParam("id")))
                .filter(picture -> Inline.isHarmless(picture.mediaType()))
                .findFirst()
                .ifPresentOrElse(
                        picture -> context.header("Cache-Control", FOR_LONG)
                                .contentType(picture.mediaType())
                                .result(picture.octets()),
                        () -> nothing(context));
    }

    private interface Step {
        void take(Context context, Variant copy);
    }

    private Handler careful(Step step) {
        return context -> {
            context.header("X-Robots-Tag", "noindex, nofollow, noarchive");
            try {
                copy(context).ifPresentOrElse(copy -> step.take(context, copy), () -> nothing(context));
            } catch (RuntimeException storeAway) {
                LOG.error("an edition could not be shown", storeAway);
                context.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS))
                        .html(pages.page("busy", ReaderLanguage.of(context), Map.of()));
            }
        };
    }

    private Optional<Variant> copy(Context context) {
        String token = context.pathParam("token");
        Optional<Locale> language =
                Optional.ofNullable(context.queryParam(OnlineAddress.LANGUAGE)).map(Locale::forLanguageTag);
        return tokens.apply(token)
                .filter(said -> said.purpose() == Token.Purpose.READ && said.number() <= Integer.MAX_VALUE)
                .map(said -> new EditionId(said.newsletter(), (int) said.number()))
                .flatMap(edition -> copies.get().of(edition, language, "/online/" + token + PICTURES));
    }

    /** The same for any bad token, and for an edition that is not there yet. */
    private void nothing(Context context) {
        HousePages.missing(context, pages.page("offline", ReaderLanguage.of(context), Map.of()));
    }
}
