package gazette.web;

import gazette.render.Pages;
import gazette.sink.CaughtMessage;
import gazette.sink.Sink;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the sink caught: a list, and each message as its reader would see it. Nothing here changes anything. */
public final class InboxPages implements PageGroup {
    /** As many as a person looks through; the newest. */
    private static final int MOST_ROWS = 200;

    /** Pictures that cannot hold a script. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final List<String> VIEWS = List.of("phone", "desktop", "text", "headers", "source");

    private final Pages pages;
    private final Sink sink;
    private final ZoneId zone;

    /**
     * @param zone of the times that the pages show
     */
    public InboxPages(Pages pages, Sink sink, ZoneId zone) {
        this.pages = pages;
        this.sink = sink;
        this.zone = zone;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        HousePages.read(routes, "/", this::list);
        HousePages.read(routes, "/messages/{id}", this::message);
        HousePages.read(routes, "/messages/{id}/html", this::html);
        HousePages.read(routes, "/messages/{id}/parts/<cid>", this::part);
    }

    private void list(Context context) {
        Locale language = ReaderLanguage.of(context);
        List<CaughtMessage> messages = sink.messages();
        MessageWords words = new MessageWords(zone, language);
        context.html(pages.page(
                "inbox",
                language,
                Map.of(
                        "count", messages.size(),
                        "hidden", Math.max(0, messages.size() - MOST_ROWS),
                        "smtp", sink.smtpPort(),
                        "messages",
                                messages.stream()
                                        .limit(MOST_ROWS)
                                        .map(words::row)
                                        .toList())));
    }

    private void message(Context context) {
        Optional<CaughtMessage> found = sink.message(context.pathParam("id"));
        if (found.isEmpty()) {
            gone(context);
            return;
        }
        CaughtMessage message = found.get();
        Locale language = ReaderLanguage.of(context);
        String fallback = message.html().isEmpty() ? "text" : "phone";
        String view = Optional.ofNullable(context.queryParam("view"))
                .filter(VIEWS::contains)
                .orElse(fallback);
        Map<String, Object> model = new HashMap<>(new MessageWords(zone, language).whole(message));
        model.put("view", view);
        model.put("views", message.html().isEmpty() ? VIEWS.subList(2, VIEWS.size()) : VIEWS);
        context.html(pages.page("message", language, model));
    }

    private void html(Context context) {
        sink.message(context.pathParam("id"))
                .ifPresentOrElse(
                        message -> {
                            SafeHeaders.forMessage(context);
                            context.html(MessageHtml.forFrame(message));
                        },
                        () -> gone(context));
    }

    private void part(Context context) {
        sink.message(context.pathParam("id"))
                .flatMap(message -> Optional.ofNullable(message.inlines().get(context.pathParam("cid"))))
                .filter(part -> PICTURES.contains(part.mediaType()))
                .ifPresentOrElse(
                        part -> context.contentType(part.mediaType()).result(part.octets()), () -> gone(context));
    }

    private void gone(Context context) {
        HousePages.missing(context, pages.page("missing", ReaderLanguage.of(context), Map.of()));
    }
}
