package gazette.studio;

import gazette.check.CheckWords;
import gazette.sink.Arrival;
import gazette.sink.CaughtMessage;
import gazette.sink.Inbox;
import gazette.sink.MimePart;
import gazette.sink.Sink;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the sink caught: a list, each message as its reader would see it, and what it is made of. */
final class InboxPages implements StudioPages {
    /** As many as keep a page small. */
    private static final int ROWS = 40;

    /** In characters: what a frame shows of one. */
    private static final int MOST_HTML = 1 << 20;

    private final PageFrame frame;
    private final Sink sink;
    private final Inbox inbox;
    private final Appraiser appraiser;
    private final CheckWords checkWords = new CheckWords();
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param zone of the times that the pages show
     */
    InboxPages(PageFrame frame, Sink sink, Appraiser appraiser, Clock clock, ZoneId zone) {
        this.frame = frame;
        this.sink = sink;
        this.inbox = sink.inbox();
        this.appraiser = appraiser;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(Room.INBOX.path(), this::list);
        routes.read("/inbox/{id}", context -> withMessage(context, this::message));
        routes.read("/inbox/{id}/frame", context -> withMessage(context, this::framed));
        routes.read("/inbox/{id}/message.eml", context -> withMessage(context, InboxPages::file));
        routes.read("/inbox/{id}/parts/{number}", context -> withMessage(context, this::part));
        routes.change("/inbox/delete", this::deleteAll);
        routes.change("/inbox/{id}/delete", this::delete);
    }

    private void list(Context context) {
        String query = Objects.requireNonNullElse(context.queryParam(InboxSearch.PARAMETER), "");
        List<Arrival> found = found(InboxSearch.of(query));
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int page = Math.min(page(context), pages);
        InboxRows rows = rows(context);
        Address here = Address.of(context);
        Map<String, Object> model = new HashMap<>();
        model.put("count", inbox.size());
        model.put("found", found.size());
        model.put("query", query);
        model.put("smtp", sink.smtpPort());
        model.put("page", page);
        model.put("pages", pages);
        model.put(
                "newer", page > 1 ? here.with("page", String.valueOf(page - 1)).toString() : "");
        model.put(
                "older",
                page < pages ? here.with("page", String.valueOf(page + 1)).toString() : "");
        model.put(
                "messages",
                found.stream()
                        .skip((long) (page - 1) * ROWS)
                        .limit(ROWS)
                        .map(rows::row)
                        .toList());
        frame.show(context, "inbox", Room.INBOX, model);
    }

    private List<Arrival> found(InboxSearch search) {
        List<Arrival> all = inbox.newestFirst();
        return search.isEmpty()
                ? all
                : all.stream()
                        .filter(arrival -> search.finds(arrival, isBroken(arrival), () -> text(arrival)))
                        .toList();
    }

    private boolean isBroken(Arrival arrival) {
        return appraiser.of(arrival).filter(Appraisal::isBroken).isPresent();
    }

    private String text(Arrival arrival) {
        return inbox.message(arrival.id())
                .map(message -> Optional.of(message.text())
                        .filter(text -> !text.isEmpty())
                        .orElseGet(message::html))
                .orElse("");
    }

    /** The page that the address says, from 1. */
    private static int page(Context context) {
        String said = Objects.requireNonNullElse(context.queryParam("page"), "");
        return said.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(said) : 1;
    }

    private InboxRows rows(Context context) {
        return new InboxRows(appraiser, zone, ReaderLanguage.of(context), clock.instant());
    }

    private void message(Context context, CaughtMessage message) {
        List<View> offered = MessageViews.offered(message);
        Viewer viewer = Viewer.of(context, offered);
        Address page = Address.of(context);
        int remote = viewer.view().isFramed() ? frame(message, viewer).remote() : 0;
        InboxRows rows = rows(context);
        FindingGroups groups = new FindingGroups(checkWords, ReaderLanguage.of(context));
        Map<String, Object> model = new HashMap<>(new MessageViews(message, appraiser, groups, page).of(viewer.view()));
        model.put("message", rows.row(message.arrival()));
        model.put("viewer", viewer.model(page, offered, new Address("/inbox/" + message.id() + "/frame"), remote));
        model.put("newer", neighbour(page, inbox.after(message.arrival())));
        model.put("older", neighbour(page, inbox.before(message.arrival())));
        model.put(
                "attachments",
                message.parts().stream().filter(MimePart::isAttachment).count());
        frame.show(context, "message", Room.INBOX, model);
    }

    /** The page of another message that says the same; empty for none. */
    private static String neighbour(Address page, Optional<Arrival> arrival) {
        return arrival.map(other -> page.without(FindingGroups.PAGE)
                        .at("/inbox/" + other.id())
                        .toString())
                .orElse("");
    }

    private void framed(Context context, CaughtMessage message) {
        Viewer viewer = Viewer.of(context, MessageViews.offered(message));
        viewer.pictures().guard(context);
        context.html(frame(message, viewer).html());
    }

    private static MailFrame frame(CaughtMessage message, Viewer viewer) {
        String html = message.html();
        return MailFrame.of(
                html.substring(0, Math.min(html.length(), MOST_HTML)),
                contentId -> MessageParts.path(message, contentId),
                viewer.look(),
                viewer.pictures());
    }

    private static void file(Context context, CaughtMessage message) {
        String name = message.subject().isBlank() ? "message-" + message.id() : message.subject();
        MessageParts.keep(context, name + ".eml", "message/rfc822", message.content());
    }

    private void part(Context context, CaughtMessage message) {
        Optional<MimePart> part = message.part(context.pathParam("number"));
        if (context.queryParam("show") == null) {
            part.ifPresentOrElse(each -> MessageParts.keep(context, message, each), () -> gone(context));
        } else {
            part.filter(MessageParts::isHarmlessPicture)
                    .ifPresentOrElse(each -> MessageParts.show(context, message, each), () -> gone(context));
        }
    }

    /** It was deleted, it had to make room, or the sink was started again: the page says so, and leads back. */
    private void gone(Context context) {
        frame.show(context, "inbox_gone", Room.INBOX, Map.of());
        context.status(HttpStatus.GONE);
    }

    private void deleteAll(Context context) {
        inbox.deleteAll();
        context.redirect(Room.INBOX.path(), HttpStatus.SEE_OTHER);
    }

    /** Goes on with the message that came before, as one who looks through them would. */
    private void delete(Context context) {
        Optional<Arrival> next = inbox.message(context.pathParam("id")).flatMap(each -> inbox.before(each.arrival()));
        inbox.delete(context.pathParam("id"));
        context.redirect(next.map(each -> "/inbox/" + each.id()).orElse(Room.INBOX.path()), HttpStatus.SEE_OTHER);
    }

    private void withMessage(Context context, BiConsumer<Context, CaughtMessage> page) {
        inbox.message(context.pathParam("id"))
                .ifPresentOrElse(message -> page.accept(context, message), () -> gone(context));
    }
}
