package gazette.studio;

import gazette.delivery.DispatchState;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.ReaderLine;
import gazette.delivery.Register.Sought;
import gazette.edition.EditionId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reader of an edition: what became of their dispatch, and the message as it went out to them. */
final class EditionMessagePages implements StudioPages {
    private static final String READER = EditionAddress.PATTERN + "/readers/{reader}";

    private static final List<View> WITH_HTML =
            List.of(View.PHONE, View.DESKTOP, View.BOTH, View.TEXT, View.HEADERS, View.SOURCE);
    private static final List<View> TEXT_ALONE = List.of(View.TEXT, View.HEADERS, View.SOURCE);

    private final Desk desk;
    private final Frame frame;

    EditionMessagePages(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(EditionAddress.PATTERN + "/message", this::first);
        routes.read(READER, this::reader);
        routes.read(READER + "/html", this::html);
        routes.read(READER + "/parts/<cid>", this::part);
        routes.read(READER + "/message.eml", this::download);
    }

    /** The first of those who have it, or else of all. */
    private void first(Context context) {
        EditionAddress.read(context)
                .flatMap(edition -> first(edition, Optional.of(DispatchState.ACCEPTED))
                        .or(() -> first(edition, Optional.empty()))
                        .map(line -> path(edition, line.subscriber())))
                .ifPresentOrElse(
                        path -> context.redirect(path + "#message", HttpStatus.SEE_OTHER),
                        () -> context.status(HttpStatus.NOT_FOUND));
    }

    private Optional<ReaderLine> first(EditionId edition, Optional<DispatchState> state) {
        return desk.register().readers(edition, new Sought(state, ""), "", 1).stream()
                .findFirst();
    }

    private static String path(EditionId edition, long reader) {
        return EditionAddress.of(edition) + "/readers/" + reader;
    }

    private void reader(Context context) {
        Optional<EditionId> edition = EditionAddress.read(context);
        Optional<EditionLine> line =
                edition.flatMap(id -> desk.register().line(id, desk.clock().instant()));
        Optional<ReaderLine> reader = edition.flatMap(id -> desk.register().reader(id, number(context)));
        if (line.isEmpty() || reader.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        EditionWords words = EditionWords.of(context, desk);
        EditionId id = line.get().summary().id();
        Map<String, Object> model = new HashMap<>();
        model.put("edition", words.line(line.get()));
        model.put("reader", EditionReaderPages.row(id, reader.get(), words));
        message(context).ifPresent(message -> model.put("message", message(context, id, message)));
        frame.show(context, "edition-reader", Room.EDITIONS, model);
    }

    private Map<String, Object> message(Context context, EditionId edition, EditionMessage message) {
        List<View> offered = message.variant().html().isPresent() ? WITH_HTML : TEXT_ALONE;
        Viewer viewer = Viewer.of(context, offered);
        String path = path(edition, number(context));
        int remote = mailFrame(message, path, viewer).remote();
        Map<String, Object> model = new HashMap<>();
        model.put("viewer", viewer.model(Address.of(context), offered, new Address(path + "/html"), remote));
        model.put("subject", message.variant().subject());
        model.put("id", message.header("message-id"));
        model.put("eml", path + "/message.eml");
        model.put("text", viewer.view() == View.TEXT ? message.variant().text() : "");
        model.put("headers", viewer.view() == View.HEADERS ? message.headers() : List.of());
        model.put("source", viewer.view() == View.SOURCE ? message.source() : "");
        model.put("octets", message.letter().size());
        return model;
    }

    private static MailFrame mailFrame(EditionMessage message, String path, Viewer viewer) {
        return MailFrame.of(
                message.variant().html().orElse(""),
                cid -> message.inline(cid).map(inline -> path + "/parts/" + encoded(inline.contentId())),
                viewer.look(),
                viewer.pictures());
    }

    private static String encoded(String contentId) {
        return URLEncoder.encode(contentId, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void html(Context context) {
        Viewer viewer = Viewer.of(context, WITH_HTML);
        message(context)
                .ifPresentOrElse(
                        message -> {
                            viewer.pictures().guard(context);
                            String path = context.path().replaceFirst("/html$", "");
                            context.html(mailFrame(message, path, viewer).html());
                        },
                        () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void part(Context context) {
        InlinePictures.answer(context, message(context).stream().flatMap(EditionMessage::inlines));
    }

    private void download(Context context) {
        EditionAddress.read(context)
                .flatMap(edition -> message(context).map(message -> {
                    String file = edition.newsletter() + "-" + edition.number() + ".eml";
                    context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
                    return message.letter().octets();
                }))
                .ifPresentOrElse(
                        octets -> context.contentType("message/rfc822").result(octets),
                        () -> context.status(HttpStatus.NOT_FOUND));
    }

    private Optional<EditionMessage> message(Context context) {
        return EditionAddress.read(context)
                .flatMap(edition -> desk.register()
                        .person(edition, number(context))
                        .flatMap(person -> EditionMessage.of(desk.workbench(), edition, person)));
    }

    /** No reader has the number 0. */
    private static long number(Context context) {
        String number = context.pathParam("reader");
        return number.matches("[1-9]\\d{0,17}") ? Long.parseLong(number) : 0;
    }
}
