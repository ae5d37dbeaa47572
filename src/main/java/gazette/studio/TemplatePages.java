package gazette.studio;

import gazette.check.Persona;
import gazette.check.Personas;
import gazette.proof.Proof;
import gazette.render.TemplateProblem;
import gazette.render.TemplateShelf;
import gazette.studio.TemplateProofs.Tried;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What editions are printed by: the shelf of templates, and a sheet of each for every kind of reader. Changes nothing. */
final class TemplatePages implements StudioPages {
    private final Desk desk;
    private final Frame frame;
    private final TemplateProofs proofs;

    TemplatePages(Desk desk, Frame frame, TemplateProofs proofs) {
        this.desk = desk;
        this.frame = frame;
        this.proofs = proofs;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(Room.TEMPLATES.path(), this::list);
        routes.read("/templates/{name}", this::sheet);
    }

    /** The templates as they are now. */
    static TemplateShelf shelf(Desk desk) {
        return new TemplateShelf(desk.workbench().workspace().resolve("templates"));
    }

    /** The template of the address, if there is one of this name. */
    static Optional<String> name(Context context, Desk desk) {
        return shelf(desk).names().stream()
                .filter(name -> name.equals(context.pathParam("name")))
                .findFirst();
    }

    /** Where a template's sheet is. */
    static String path(String name) {
        return Room.TEMPLATES.path() + "/" + Frames.segment(name);
    }

    private void list(Context context) {
        TemplateShelf shelf = shelf(desk);
        List<Map<String, Object>> rows = shelf.names().stream()
                .map(name -> row(shelf, TemplateStanding.of(shelf, name)))
                .toList();
        Tried tried =
                proofs.of(Where.of(context, desk.settings()), shelf.names().get(0));
        boolean isShown = tried.proof().isPresent() || tried.problem().isPresent();
        frame.show(
                context,
                "templates",
                Room.TEMPLATES,
                Map.of("templates", rows, "common", common(shelf), "isShown", isShown));
    }

    private static List<Map<String, Object>> common(TemplateShelf shelf) {
        return TemplateStanding.of(shelf, TemplateShelf.COMMON).files(shelf);
    }

    private Map<String, Object> row(TemplateShelf shelf, TemplateStanding standing) {
        return Map.of(
                "name", standing.name(),
                "href", path(standing.name()),
                "verdict", standing.verdict(),
                "users", usedBy(standing.name()),
                "languages", shelf.languages(standing.name()));
    }

    private List<String> usedBy(String template) {
        return desk.settings().newsletters().stream()
                .filter(newsletter -> newsletter.cadences().stream()
                        .anyMatch(cadence ->
                                cadence.template().orElse(newsletter.template()).equals(template)))
                .map(newsletter -> newsletter.masthead().name())
                .toList();
    }

    private void sheet(Context context) {
        name(context, desk).ifPresentOrElse(name -> sheet(context, name), () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void sheet(Context context, String name) {
        Where where = Where.of(context, desk.settings());
        Locale language = ReaderLanguage.of(context);
        TemplateShelf shelf = shelf(desk);
        TemplateStanding standing = TemplateStanding.of(shelf, name);
        Persona persona = TemplatePrints.persona(context, where.newsletter());
        Map<String, Object> model = new HashMap<>(row(shelf, standing));
        model.put(
                "standings",
                List.of(
                        standing.model(),
                        TemplateStanding.of(shelf, TemplateShelf.COMMON).model()));
        model.put("folder", Frames.segment(name));
        model.put("persona", persona.key());
        model.put(
                "personas",
                Personas.all(where.newsletter()).stream()
                        .map(each -> Map.of("key", each.key(), "label", each.label(language)))
                        .toList());
        model.put("files", standing.files(shelf));
        model.put("common", common(shelf));
        model.putAll(tried(proofs.of(where, name), standing, persona));
        frame.show(context, "template", Room.TEMPLATES, model);
    }

    private Map<String, Object> tried(Tried tried, TemplateStanding standing, Persona persona) {
        Optional<TemplateProblem> problem = tried.problem().or(standing::problem);
        return Map.of(
                "isShown",
                tried.proof().isPresent(),
                "problem",
                problem.map(TemplateProblem::getMessage).orElse(""),
                "hasHtml",
                tried.proof().stream()
                        .anyMatch(proof -> proof.rendering().first().html().isPresent()),
                "variables",
                tried.proof().map(proof -> variables(proof, persona)).orElse(List.of()));
    }

    private List<Map<String, Object>> variables(Proof proof, Persona persona) {
        return new TemplateVariables(desk.workbench().renderer(), proof)
                .of(persona, TemplatePrints.filled(proof, persona));
    }
}
