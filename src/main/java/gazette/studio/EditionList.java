package gazette.studio;

import gazette.delivery.Headcount.Figures;
import gazette.delivery.Phase;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.Line;
import gazette.delivery.Register.Wanted;
import gazette.edition.EditionId;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What went out: a line a slot, page by page. Looking at it counts nothing that is known. */
final class EditionList implements StudioPages {
    private static final int ROWS = 50;

    private final Desk desk;
    private final Frame frame;

    EditionList(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(Room.EDITIONS.path(), this::list);
    }

    private void list(Context context) {
        EditionWords words = EditionWords.of(context, desk);
        Wanted wanted = wanted(context);
        long count = desk.register().count(wanted);
        int pages = (int) Math.max(1, (count + ROWS - 1) / ROWS);
        int page = Math.min(pages, page(context));
        List<Line> lines = desk.register().lines(wanted, (page - 1L) * ROWS, ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", rows(lines, words));
        model.put("count", count);
        model.put("page", page);
        model.put("pages", pages);
        Address here = Address.of(context);
        model.put(
                "newer", page > 1 ? here.with("page", String.valueOf(page - 1)).toString() : "");
        model.put(
                "older",
                page < pages ? here.with("page", String.valueOf(page + 1)).toString() : "");
        model.put("stages", Stream.of(Phase.values()).map(EditionWords::word).toList());
        model.put("stage", wanted.phase().map(EditionWords::word).orElse(""));
        model.put("only", wanted.newsletter().orElse(""));
        frame.show(context, "editions", Room.EDITIONS, model);
    }

    private Wanted wanted(Context context) {
        Optional<String> newsletter =
                Optional.ofNullable(context.queryParam(Where.NEWSLETTER)).filter(id -> !id.isEmpty());
        Optional<Phase> stage = Word.of(context, "state", List.of(Phase.values()), EditionWords::word);
        return new Wanted(newsletter, stage, desk.clock().instant());
    }

    private static int page(Context context) {
        return Optional.ofNullable(context.queryParam("page"))
                .filter(text -> text.matches("[1-9]\\d{0,6}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    private List<Map<String, Object>> rows(List<Line> lines, EditionWords words) {
        List<EditionLine> editions = lines.stream()
                .filter(EditionLine.class::isInstance)
                .map(EditionLine.class::cast)
                .toList();
        Map<EditionId, Figures> known = desk.headcount().figures(editions, EditionPages.PATIENCE);
        return lines.stream().map(line -> row(line, known, words)).toList();
    }

    private static Map<String, Object> row(Line line, Map<EditionId, Figures> known, EditionWords words) {
        Map<String, Object> row = words.line(line);
        if (line instanceof EditionLine edition) {
            Optional.ofNullable(known.get(edition.summary().id()))
                    .ifPresent(figures ->
                            row.put("figures", words.figures(line.key().newsletter(), figures)));
        }
        return row;
    }
}
