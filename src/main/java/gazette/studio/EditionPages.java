package gazette.studio;

import gazette.delivery.Headcount.Figures;
import gazette.delivery.Phase;
import gazette.delivery.Register.EditionLine;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Story;
import gazette.render.Typography;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An edition with what became of everybody. Looking at it counts nothing that is known. */
final class EditionPages implements StudioPages {
    /** Within it, what is quick to count is counted; a page that is slower than this has what was known before. */
    static final Duration PATIENCE = Duration.ofMillis(120);

    private static final List<String> DONE =
            List.of("paused", "resumed", "cancelled", "cancelling", "retried", "retrying", "none");
    private static final List<String> REFUSED = List.of("number", "state", "wave", "code");

    private final Desk desk;
    private final Frame frame;

    EditionPages(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(EditionAddress.PATTERN, this::one);
    }

    private void one(Context context) {
        EditionAddress.read(context)
                .flatMap(id -> desk.register().line(id, desk.clock().instant()))
                .ifPresentOrElse(line -> show(context, line), () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void show(Context context, EditionLine line) {
        EditionWords words = EditionWords.of(context, desk);
        String newsletter = line.key().newsletter();
        Map<String, Object> model = new HashMap<>(Map.of("edition", words.line(line)));
        Optional<Figures> figures = Optional.ofNullable(desk.headcount()
                .figures(List.of(line), PATIENCE)
                .get(line.summary().id()));
        figures.ifPresent(known -> model.put("figures", words.figures(newsletter, known)));
        desk.headcount()
                .breakdown(line, PATIENCE)
                .ifPresent(known -> model.putAll(EditionBreakdown.model(known, words, newsletter)));
        model.putAll(PossibleDeeds.model(line, figures, words));
        model.put("course", course(line.summary().id(), words));
        Optional<Edition> edition =
                desk.workbench().editions().find(line.summary().id());
        model.put("stories", edition.map(EditionPages::titles).orElse(List.of()));
        if (line.summary().state() != EditionState.COMPOSED) { // that one has nothing to show yet
            edition.flatMap(known -> OnlineLink.model(desk, known)).ifPresent(link -> model.put("online", link));
        }
        model.put("deliverer", deliverer());
        model.put("troubles", line.phase() == Phase.UNDER_WAY ? troubles() : List.of());
        model.put("done", said(context, "done", DONE));
        model.put("refused", said(context, "refused", REFUSED));
        model.put("doneCount", number(context, "count"));
        frame.show(context, "edition", Room.EDITIONS, model);
    }

    private static String said(Context context, String parameter, List<String> known) {
        return Optional.ofNullable(context.queryParam(parameter))
                .filter(known::contains)
                .orElse("");
    }

    private static long number(Context context, String parameter) {
        return Optional.ofNullable(context.queryParam(parameter))
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** What was done to it, the newest first. */
    private List<Map<String, Object>> course(EditionId id, EditionWords words) {
        Times times = words.times(id.newsletter());
        List<Map<String, Object>> course = new ArrayList<>();
        desk.workbench()
                .editions()
                .course(id)
                .forEach(deed -> course.add(
                        0,
                        Map.of(
                                "kind", EditionWords.word(deed.kind()),
                                "when", times.model(deed.at()),
                                "why", deed.words().isEmpty() ? Map.of() : Reason.model(deed.words()))));
        return course;
    }

    private static List<String> titles(Edition edition) {
        return edition.stories().stream()
                .map(Story::article)
                .map(article -> Typography.set(article.title(), article.language()))
                .toList();
    }

    private Map<String, Object> deliverer() {
        if (desk.departures().isPresent()) {
            return Map.of("who", "here");
        }
        return desk.delivererElsewhere()
                .<Map<String, Object>>map(pid -> Map.of("who", "elsewhere", "process", pid.toString()))
                .orElse(Map.of("who", "nobody"));
    }

    private List<String> troubles() {
        return desk.departures().map(Departures::troubles).orElse(List.of());
    }
}
