package gazette.web;

import gazette.render.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every server has: the checks before each page, the style sheet, the sign of life, and words for what is not there. */
final class HousePages implements PageGroup {
    private static final Logger LOG = LoggerFactory.getLogger("gazette.web");

    /** What our pages look like: no secret, under whatever name it is asked for. */
    private static final String STYLE = "/style.css";

    private final Pages pages;
    private final HostCheck hosts;
    private final List<PageGroup> groups;
    private final String style;

    /** @param groups who may have better words for what went wrong, asked in their order */
    HousePages(Pages pages, HostCheck hosts, List<PageGroup> groups) {
        this.pages = pages;
        this.hosts = hosts;
        this.groups = List.copyOf(groups);
        this.style = resource("/gazette/pages/style.css");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
        read(routes, "/healthz", context -> context.contentType("text/plain").result("ok"));
        read(routes, STYLE, this::style);
        routes.error(HttpStatus.NOT_FOUND.getCode(), this::nothingHere);
        routes.exception(RuntimeException.class, this::failed);
        routes.exception(ServletException.class, HousePages::brokenOff);
    }

    /** GET, and HEAD with the same headers (RFC 9110 section 9.3.2). */
    static void read(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void check(Context context) {
        SafeHeaders.forPage(context);
        if (!hosts.isOurs(String.valueOf(context.host())) && !context.path().equals(STYLE)) {
            context.status(HttpStatus.MISDIRECTED_REQUEST)
                    .html(pages.page("misnamed", ReaderLanguage.of(context), Map.of()));
            context.skipRemainingHandlers();
        }
    }

    private void style(Context context) {
        context.header("Cache-Control", "max-age=300")
                .contentType("text/css; charset=utf-8")
                .result(style);
    }

    /** Answers 404 with a page of its own. */
    static void missing(Context context, String html) {
        NotFound.say(context, "text/html; charset=utf-8", html);
    }

    private void nothingHere(Context context) {
        if (!NotFound.isSaid(context) && !excused(context, HttpStatus.NOT_FOUND)) {
            context.html(pages.page("missing", ReaderLanguage.of(context), Map.of()));
        }
    }

    private void failed(RuntimeException why, Context context) {
        LOG.error("a page failed: {}", context.endpoint().path, why);
        context.status(HttpStatus.INTERNAL_SERVER_ERROR);
        if (!excused(context, HttpStatus.INTERNAL_SERVER_ERROR)) {
            context.html(pages.page("failed", ReaderLanguage.of(context), Map.of()));
        }
    }

    /** A form whose sender left in the middle of it, or that is none. */
    private static void brokenOff(ServletException why, Context context) {
        LOG.debug("a form could not be read", why);
        context.status(HttpStatus.BAD_REQUEST);
    }

    private boolean excused(Context context, HttpStatus why) {
        return groups.stream().anyMatch(group -> group.excuses(context, why));
    }

    private static String resource(String name) {
        try (InputStream in = HousePages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
