package gazette.studio;

import gazette.delivery.AnswerCode;
import gazette.delivery.Answers;
import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.Ended;
import gazette.delivery.Headcount.Breakdown;
import gazette.delivery.Headcount.Figures;
import gazette.delivery.Phase;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.Line;
import gazette.delivery.Register.Wanted;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Story;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What went out: all editions, and each with what became of everybody. Looking at it counts nothing that is known. */
final class EditionPages implements StudioPages {
    private static final int ROWS = 50;

    /** Within it, what is quick to count is counted; a page that is slower than this has what was known before. */
    private static final Duration PATIENCE = Duration.ofMillis(120);

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
        routes.read(Room.EDITIONS.path(), this::list);
        routes.read(EditionAddress.PATTERN, this::one);
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
        Map<EditionId, Figures> known = desk.headcount().figures(editions, PATIENCE);
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
                .ifPresent(known -> model.putAll(breakdown(known, words, newsletter)));
        model.putAll(actions(line, figures, words));
        model.put("stories", stories(line.summary().id()));
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

    private List<String> stories(EditionId id) {
        return desk.workbench()
                .editions()
                .find(id)
                .map(edition -> edition.stories().stream()
                        .map(Story::article)
                        .map(article -> article.title())
                        .toList())
                .orElse(List.of());
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

    private static Map<String, Object> actions(EditionLine line, Optional<Figures> figures, EditionWords words) {
        EditionState state = line.summary().state();
        boolean isLive = state == EditionState.FILLED || state == EditionState.PAUSED;
        boolean moves = line.mark().waits() || line.mark().inHand();
        long heldBack = figures.map(known -> known.look().heldBack()).orElse(0L);
        return Map.of(
                "canPause", state == EditionState.FILLED && moves,
                "canResume", state == EditionState.PAUSED || (state == EditionState.FILLED && heldBack > 0),
                "canCancel", state != EditionState.CANCELLED && (!isLive || moves),
                "canFinishCancelling",
                        state == EditionState.CANCELLED && line.mark().waits(),
                "ended", isLive ? ended(figures, words) : List.of());
    }

    /** Whom a person may have tried again. */
    private static List<Map<String, Object>> ended(Optional<Figures> figures, EditionWords words) {
        return figures.map(known -> Arrays.stream(Ended.values())
                        .filter(ended -> ended.in(known.look().tally()) > 0)
                        .map(ended -> Map.<String, Object>of(
                                "key",
                                EditionWords.word(ended),
                                "text",
                                words.number(ended.in(known.look().tally()))))
                        .toList())
                .orElse(List.of());
    }

    private static Map<String, Object> breakdown(Breakdown known, EditionWords words, String newsletter) {
        return Map.of(
                "domains",
                        known.domains().stream()
                                .map(each -> domain(each, words))
                                .toList(),
                "answers",
                        known.answers().stream()
                                .map(each -> answer(each, words))
                                .toList(),
                "brokenDownAt", words.second(newsletter, known.countedAt()));
    }

    private static Map<String, Object> domain(DomainTally domain, EditionWords words) {
        return Map.of(
                "domain", domain.domain(),
                "readers", words.number(domain.readers()),
                "accepted", words.number(domain.accepted()),
                "deferred", words.number(domain.deferred()),
                "rejected", words.number(domain.rejected()),
                "waiting", words.number(domain.waiting()),
                "words", domain.lastWords());
    }

    private static Map<String, Object> answer(Answers.Count answer, EditionWords words) {
        boolean isTriable = answer.state() == DispatchState.REJECTED || answer.state() == DispatchState.EXPIRED;
        return Map.of(
                "state", EditionWords.word(answer.state()),
                "words", answer.words(),
                "isOurs", answer.state() == DispatchState.SUPPRESSED,
                "reason", answer.words().replace(' ', '_'),
                "number", words.number(answer.dispatches()),
                "code",
                        isTriable
                                ? AnswerCode.of(answer.words())
                                        .map(AnswerCode::text)
                                        .orElse("")
                                : "");
    }
}
