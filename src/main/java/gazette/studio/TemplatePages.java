package gazette.studio;

import gazette.check.Persona;
import gazette.check.Personas;
import gazette.edition.Inline;
import gazette.edition.Newsletter;
import gazette.edition.Variant;
import gazette.proof.Proof;
import gazette.proof.TemplateDifference;
import gazette.render.TemplateProblem;
import gazette.render.TemplateShelf;
import gazette.studio.TemplateProofs.Tried;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What editions are printed by: the templates, each for every kind of reader, and their files. Changes nothing. */
final class TemplatePages implements StudioPages {
    private static final List<View> VIEWS = List.of(View.PHONE, View.DESKTOP, View.BOTH, View.TEXT);

    private final Desk desk;
    private final Frame frame;
    private final TemplateProofs proofs;

    TemplatePages(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
        this.proofs = new TemplateProofs(desk);
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(Room.TEMPLATES.path(), this::list);
        routes.read("/templates/{name}", this::sheet);
        routes.read("/templates/{name}/view", this::view);
        routes.read("/templates/{name}/html", this::html);
        routes.read("/templates/{name}/text", this::text);
        routes.read("/templates/{name}/parts/<cid>", this::part);
        routes.read("/templates/{name}/source/<file>", this::source);
    }

    private TemplateShelf shelf() {
        return new TemplateShelf(desk.workbench().workspace().resolve("templates"));
    }

    /** The template of the address, if there is one of this name. */
    private Optional<String> name(Context context) {
        return shelf().names().stream()
                .filter(name -> name.equals(context.pathParam("name")))
                .findFirst();
    }

    private void list(Context context) {
        TemplateShelf shelf = shelf();
        List<Map<String, Object>> rows =
                shelf.names().stream().map(name -> row(shelf, name)).toList();
        frame.show(context, "templates", Room.TEMPLATES, Map.of("templates", rows, "common", files(shelf, "common")));
    }

    private Map<String, Object> row(TemplateShelf shelf, String name) {
        return Map.of(
                "name", name,
                "href", path(name),
                "verdict", ArticleMends.word(new TemplateDifference(name, shelf).verdict()),
                "users", usedBy(name),
                "languages", shelf.languages(name));
    }

    private List<String> usedBy(String template) {
        return desk.settings().newsletters().stream()
                .filter(newsletter -> newsletter.cadences().stream()
                        .anyMatch(cadence ->
                                cadence.template().orElse(newsletter.template()).equals(template)))
                .map(newsletter -> newsletter.masthead().name())
                .toList();
    }

    private static String path(String name) {
        return Room.TEMPLATES.path() + "/" + Frames.segment(name);
    }

    private void sheet(Context context) {
        name(context).ifPresentOrElse(name -> sheet(context, name), () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void sheet(Context context, String name) {
        Where where = Where.of(context, desk.settings());
        Locale language = ReaderLanguage.of(context);
        TemplateShelf shelf = shelf();
        TemplateDifference difference = new TemplateDifference(name, shelf);
        Persona persona = persona(context, where.newsletter());
        Tried tried = proofs.of(where, name);
        Map<String, Object> model = new HashMap<>(row(shelf, name));
        model.put("folder", Frames.segment(name));
        model.put("persona", persona.key());
        model.put(
                "personas",
                Personas.all(where.newsletter()).stream()
                        .map(each -> Map.of("key", each.key(), "label", each.label(language)))
                        .toList());
        model.put("isShown", tried.proof().isPresent());
        model.put("problem", tried.problem().map(TemplateProblem::getMessage).orElse(""));
        model.put(
                "hasHtml",
                tried.proof().stream()
                        .anyMatch(proof -> proof.rendering().first().html().isPresent()));
        model.put(
                "variables",
                tried.proof().map(proof -> variables(proof, persona)).orElse(List.of()));
        model.put("files", files(shelf, name));
        model.put("common", files(shelf, TemplateShelf.COMMON));
        model.put("changed", changed(difference));
        model.put("onlyHere", difference.onlyHere());
        model.put(
                "lacking",
                difference.lacking().entrySet().stream()
                        .map(file -> Map.of("file", file.getKey(), "keys", file.getValue()))
                        .toList());
        frame.show(context, "template", Room.TEMPLATES, model);
    }

    private static List<Map<String, Object>> changed(TemplateDifference difference) {
        return difference.changed().entrySet().stream()
                .map(file -> Map.<String, Object>of("file", file.getKey(), "lines", file.getValue()))
                .toList();
    }

    private List<Map<String, Object>> variables(Proof proof, Persona persona) {
        Map<String, String> values = new TreeMap<>();
        filled(proof, persona)
                .ifPresent(variant -> values.putAll(
                        desk.workbench().renderer().variables(proof.edition(), proof.rendering(), variant.key())));
        Map<String, String> reader = reader(persona);
        proof.rendering().fields().forEach(field -> values.put("reader." + field, reader.getOrDefault(field, "")));
        List<Map<String, Object>> rows = new ArrayList<>();
        values.forEach((name, value) -> rows.add(Map.of("name", name, "value", value, "mayLack", mayLack(name))));
        return rows;
    }

    private static boolean mayLack(String name) {
        return name.startsWith("reader.") && !name.equals("reader.address") && !name.equals("reader.unsubscribe");
    }

    private static Map<String, String> reader(Persona persona) {
        Map<String, String> values = new HashMap<>(persona.reader().fields());
        values.put("name", persona.reader().name());
        values.put("address", persona.reader().address().toString());
        values.put("since", persona.reader().since().map(Object::toString).orElse(""));
        values.put("unsubscribe", "…");
        return values;
    }

    private static List<Map<String, Object>> files(TemplateShelf shelf, String name) {
        Map<String, Boolean> files = new TreeMap<>();
        shelf.builtIn(name).keySet().forEach(file -> files.put(file, false));
        shelf.own(name).keySet().forEach(file -> files.put(file, true));
        return files.entrySet().stream()
                .map(file -> Map.<String, Object>of(
                        "file", file.getKey(),
                        "isOwn", file.getValue(),
                        "href", SpotAddress.source(name, file.getKey(), 0)))
                .toList();
    }

    private static Persona persona(Context context, Newsletter newsletter) {
        List<Persona> personas = Personas.all(newsletter);
        return Word.of(context, ChosenReader.PARAMETER, personas, Persona::key).orElse(personas.get(0));
    }

    private static Optional<Variant> filled(Proof proof, Persona persona) {
        try {
            return proof.compiled().filled(persona.reader());
        } catch (TemplateProblem | IllegalArgumentException failsForThem) {
            return Optional.empty();
        }
    }

    private Optional<Variant> printed(Context context) {
        Where where = Where.of(context, desk.settings());
        return name(context)
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
        model.put("sheet", here.at(path(name)).without(View.PARAMETER).toString());
        model.put("reader", persona(context, where.newsletter()).label(language));
        model.put("plain", variant.get().text());
        model.put(
                "viewer",
                Viewer.of(context, views)
                        .model(here, views, here.at(path(name) + "/html").without(View.PARAMETER), 0));
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
        String folder = path(context.pathParam("name")) + "/parts/";
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
                .ifPresentOrElse(
                        variant ->
                                context.contentType("text/plain; charset=utf-8").result(variant.text()),
                        () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void part(Context context) {
        printed(context).stream()
                .flatMap(variant -> variant.inlines().stream())
                .filter(inline -> inline.contentId().equals(context.pathParam("cid")))
                .findFirst()
                .map(Inline::picture)
                .ifPresentOrElse(
                        picture -> context.contentType(picture.mediaType()).result(picture.octets()),
                        () -> context.status(HttpStatus.NOT_FOUND));
    }

    /** Files are looked up among those that there are: an address never reaches the disk. */
    private void source(Context context) {
        String name = context.pathParam("name");
        String file = context.pathParam("file");
        TemplateShelf shelf = shelf();
        boolean isThere = shelf.names().contains(name) || name.equals(TemplateShelf.COMMON);
        Optional<String> own = isThere ? Optional.ofNullable(shelf.own(name).get(file)) : Optional.empty();
        Optional<String> text =
                own.or(() -> isThere ? Optional.ofNullable(shelf.builtIn(name).get(file)) : Optional.empty());
        if (text.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        frame.show(
                context,
                "templatesource",
                Room.TEMPLATES,
                Map.of(
                        "name",
                        name,
                        "file",
                        file,
                        "isOwn",
                        own.isPresent(),
                        "back",
                        name.equals(TemplateShelf.COMMON) ? Room.TEMPLATES.path() : path(name),
                        "marked",
                        ArticlePage.line(context),
                        "lines",
                        text.get().lines().toList()));
    }
}
