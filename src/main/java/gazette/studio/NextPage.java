package gazette.studio;

import gazette.check.Specimen;
import gazette.delivery.Letter;
import gazette.delivery.Made;
import gazette.edition.Variant;
import gazette.proof.Look;
import gazette.proof.Proof;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The coming edition: what will go out, when, to whom, and whether it is fit. Looking at it changes nothing. */
final class NextPage implements StudioPages {
    private static final String FRAME = "/next/frame";
    private static final String MESSAGE = "/next/message.eml";
    private static final String INLINE = "/next/inline/";

    private static final List<View> VIEWS =
            List.of(View.PHONE, View.DESKTOP, View.BOTH, View.TEXT, View.SOURCE, View.MIME);
    private static final List<View> VIEWS_OF_TEXT = List.of(View.TEXT, View.SOURCE, View.MIME);

    private final Desk desk;
    private final Frame frame;
    private final Drafts drafts;
    private final Audiences audiences;
    private final Tests tests;

    NextPage(Desk desk, Frame frame, Drafts drafts, Audiences audiences, Tests tests) {
        this.desk = desk;
        this.frame = frame;
        this.drafts = drafts;
        this.audiences = audiences;
        this.tests = tests;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(Room.NEXT.path(), this::page);
        routes.read(FRAME, this::html);
        routes.read(INLINE + "<cid>", this::picture);
        routes.read(MESSAGE, this::message);
    }

    private void page(Context context) {
        Where where = Where.of(context, desk.settings());
        Look look = Looks.of(context, where.newsletter().masthead().zone());
        Locale language = ReaderLanguage.of(context);
        Times times = new Times(
                where.newsletter().masthead().zone(), language, desk.clock().instant());
        Showing asked = new Showing(look, drafts.of(where, look), Address.of(context));
        Showing shown = asked.isNothingNew() ? asked.inStead(drafts, where) : asked;
        NextWords words = new NextWords(desk, where, shown.look(), times, shown.address());
        Audiences.Readers readers = audiences.of(where.newsletter(), where.cadence());
        Map<String, Object> model = new HashMap<>(words.around(shown.draft(), readers));
        model.put("standsIn", false);
        if (!shown.equals(asked)) {
            NextWords coming = new NextWords(desk, where, look, times, asked.address());
            model.putAll(Showing.ofTheComing(coming.around(asked.draft(), readers), model));
        }
        ChosenReader reader = ChosenReader.of(context, where.newsletter(), desk);
        model.putAll(new ReaderChoice(desk, where, shown.address()).model(reader, context, language));
        model.put("tested", tests.model(context));
        shown.draft().proof().ifPresent(proof -> model.putAll(stage(context, proof, reader, shown.address(), words)));
        frame.show(context, "next", Room.NEXT, model);
    }

    /** What the chosen reader gets. */
    private Map<String, Object> stage(
            Context context, Proof proof, ChosenReader reader, Address address, NextWords words) {
        Made made = proof.compiled().letter(reader.subscriber(), "");
        if (made instanceof Made.Refused refused) {
            return Map.of("unsent", refused.why().words().replaceFirst("^reader \\d+: ", ""));
        }
        Variant variant = proof.compiled().filled(reader.subscriber()).orElseThrow();
        Specimen specimen = Specimen.ofFile("", ((Letter) made).octets());
        List<View> offered = variant.html().isPresent() ? VIEWS : VIEWS_OF_TEXT;
        Viewer viewer = Viewer.of(context, offered);
        int remote = variant.html()
                .map(html -> framed(html, viewer, address).remote())
                .orElse(0);
        Map<String, Object> model = new HashMap<>(words.inbox(proof, specimen));
        model.put("viewer", viewer.model(address, offered, address.at(FRAME).without(View.PARAMETER), remote));
        model.put("message", address.at(MESSAGE).toString());
        switch (viewer.view()) {
            case TEXT -> model.put("text", variant.text());
            case SOURCE -> model.put("source", MessageSource.text(specimen));
            case MIME -> model.put("pieces", MessageSource.pieces(specimen));
            case PHONE, DESKTOP, BOTH, HEADERS, LINKS, CHECKS -> model.put("text", "");
        }
        return model;
    }

    private static MailFrame framed(String html, Viewer viewer, Address address) {
        Address inlines =
                address.without(View.PARAMETER, Appearance.PARAMETER, PicturesShown.PARAMETER, Tests.PARAMETER);
        return MailFrame.of(
                html,
                cid -> Optional.of(inlines.at(INLINE + URLEncoder.encode(cid, StandardCharsets.UTF_8))
                        .toString()),
                viewer.look(),
                viewer.pictures());
    }

    private void html(Context context) {
        variant(context).flatMap(Variant::html).ifPresentOrElse(html -> answer(context, html), () -> missing(context));
    }

    private static void answer(Context context, String html) {
        Viewer viewer = Viewer.of(context, VIEWS);
        viewer.pictures().guard(context);
        context.html(framed(html, viewer, Address.of(context)).html());
    }

    private void picture(Context context) {
        InlinePictures.answer(context, variant(context).stream().flatMap(variant -> variant.inlines().stream()));
    }

    private void message(Context context) {
        Where where = Where.of(context, desk.settings());
        ChosenReader reader = ChosenReader.of(context, where.newsletter(), desk);
        proof(context)
                .map(proof -> proof.compiled().letter(reader.subscriber(), ""))
                .filter(Letter.class::isInstance)
                .ifPresentOrElse(
                        letter -> context.contentType("message/rfc822")
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\""
                                                + where.newsletter().id() + ".eml\"")
                                .result(((Letter) letter).octets()),
                        () -> missing(context));
    }

    private Optional<Variant> variant(Context context) {
        ChosenReader reader =
                ChosenReader.of(context, Where.of(context, desk.settings()).newsletter(), desk);
        return proof(context)
                .filter(proof -> proof.compiled().letter(reader.subscriber(), "") instanceof Letter)
                .flatMap(proof -> proof.compiled().filled(reader.subscriber()));
    }

    private Optional<Proof> proof(Context context) {
        Where where = Where.of(context, desk.settings());
        return drafts.of(where, Looks.of(context, where.newsletter().masthead().zone()))
                .proof();
    }

    private static void missing(Context context) {
        context.status(HttpStatus.NOT_FOUND);
    }
}
