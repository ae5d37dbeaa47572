package gazette.studio;

import gazette.render.TemplateProblem;
import gazette.render.TemplateShelf;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;

/** A file of a template with its lines numbered. Files are looked up among those that there are: no address reaches the disk. */
final class TemplateSource implements StudioPages {
    private final Desk desk;
    private final Frame frame;

    TemplateSource(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read("/templates/{name}/source/<file>", this::source);
    }

    private void source(Context context) {
        String name = context.pathParam("name");
        TemplateShelf shelf = TemplatePages.shelf(desk);
        if (!shelf.names().contains(name) && !name.equals(TemplateShelf.COMMON)) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        try {
            show(context, shelf, name);
        } catch (TemplateProblem saidOnThePageOfTheTemplate) {
            context.redirect(sheet(name), HttpStatus.FOUND);
        }
    }

    private static String sheet(String name) {
        return name.equals(TemplateShelf.COMMON) ? Room.TEMPLATES.path() : TemplatePages.path(name);
    }

    private void show(Context context, TemplateShelf shelf, String name) {
        String file = context.pathParam("file");
        Optional<String> own = Optional.ofNullable(shelf.own(name).get(file));
        Optional<String> text =
                own.or(() -> Optional.ofNullable(shelf.builtIn(name).get(file)));
        if (text.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        frame.show(
                context,
                "templatesource",
                Room.TEMPLATES,
                Map.of(
                        "name", name,
                        "file", file,
                        "isOwn", own.isPresent(),
                        "back", sheet(name),
                        "marked", ArticlePage.line(context),
                        "lines", text.get().lines().toList()));
    }
}
