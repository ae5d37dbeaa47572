package gazette.studio;

import gazette.check.Persona;
import gazette.check.Personas;
import gazette.edition.Newsletter;
import gazette.edition.Variant;
import gazette.proof.Proof;
import gazette.render.TemplateProblem;
import gazette.web.NotFound;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The coming edition as one template prints it for one reader: in a viewer, as HTML, as text, and its pictures. */
final class TemplatePrints implements StudioPages {
    private static final List<View> VIEWS = List.of(View.PHONE, View.DESKTOP, View.BOTH, View.TEXT);

    private static final String TEXT = "text/plain; charset=utf-8";

    private final Desk desk;
    private final Frame frame;
    private final TemplateProofs proofs;

    TemplatePrints(Desk desk, Frame frame, TemplateProofs proofs) {
        this.desk = desk;
        this.frame = frame;
        this.proofs = proofs;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read("/templates/{name}/view", this::view);
        routes.read("/templates/{name}/html", this::html);
        routes.read("/templates/{name}/text", this::text);
        routes.read("/templates/{name}/parts/<cid>", this::part);
    }

    /** The reader whom the address names; the first of all when it names none. */
    static Persona persona(Context context, Newsletter newsletter) {
        List<Persona> personas = Personas.all(newsletter);
        return Word.of(context, ChosenReader.PARAMETER, personas, Persona::key).orElse(personas.get(0));
    }

    /** Their message; empty when the template fails for them. */
    static Optional<Variant> filled(Proof proof, Persona persona) {
        try {
            return proof.compiled().filled(persona.reader());
        } catch (TemplateProblem | IllegalArgumentException failsForThem) {
            return Optional.empty();
        }
    }

    private Optional<Variant> printed(Context context) {
        Where where = Where.of(context, desk.settings());
        return TemplatePages.name(context, desk)
                .flatMap(name -> proofs.of(where, name).proof())
                .flatMap(proof -> filled(proof, persona(context, where.newsletter())));
    }

    private void view(Context context) {
        Optional<Variant> variant = printed(context);
        if (variant.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        String name = context.pathParam("name");
        Where where = Where.of(context, desk.settings());
        Locale language = ReaderLanguage.of(context);
        List<View> views = variant.get().html().isPresent() ? VIEWS : List.of(View.TEXT);
        Map<String, Object> model = new HashMap<>();
        Address here = Address.of(context);
        model.put("name", name);
        model.put(
                "sheet",
                here.at(TemplatePages.path(name)).without(View.PARAMETER).toString());
        model.put("reader", persona(context, where.newsletter()).label(language));
        model.put("plain", variant.get().text());
        model.put(
                "viewer",
                Viewer.of(context, views)
                        .model(
                                here,
                                views,
                                here.at(TemplatePages.path(name) + "/html").without(View.PARAMETER),
                                0));
        frame.show(context, "templateview", Room.TEMPLATES, model);
    }

    private void html(Context context) {
        Optional<String> html = printed(context).flatMap(Variant::html);
        if (html.isEmpty()) {
            text(context);
            return;
        }
        PicturesShown pictures = PicturesShown.of(context);
        pictures.guard(context);
        Address parts = Address.of(context).without(Appearance.PARAMETER, PicturesShown.PARAMETER);
        String folder = TemplatePages.path(context.pathParam("name")) + "/parts/";
        context.html(MailFrame.of(
                        html.get(),
                        cid -> Optional.of(
                                parts.at(folder + Frames.segment(cid)).toString()),
                        Appearance.of(context),
                        pictures)
                .html());
    }

    private void text(Context context) {
        PicturesShown.OFF.guard(context);
        printed(context)
                .map(Variant::text)
                .ifPresentOrElse(
                        text -> context.contentType(TEXT).result(text),
                        () -> TemplatePages.name(context, desk)
                                .ifPresentOrElse(
                                        name -> NotFound.say(context, TEXT, problem(context, name)),
                                        () -> context.status(HttpStatus.NOT_FOUND)));
    }

    /** Said in the frame where the message would be. */
    private String problem(Context context, String name) {
        return proofs.of(Where.of(context, desk.settings()), name)
                .problem()
                .map(TemplateProblem::getMessage)
                .orElse("");
    }

    private void part(Context context) {
        InlinePictures.answer(context, printed(context).stream().flatMap(variant -> variant.inlines().stream()));
    }
}
