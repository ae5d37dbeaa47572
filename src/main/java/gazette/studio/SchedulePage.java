package gazette.studio;

import gazette.delivery.Register.Line;
import gazette.delivery.Register.Wanted;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.schedule.ClockChange;
import gazette.schedule.CronWords;
import gazette.schedule.Slots;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** When editions go: each newsletter's cadences in words, its next slots, and what became of the last ones. */
final class SchedulePage implements StudioPages {
    private static final int NEXT = 10;
    private static final int LAST = 5;

    /** A spring and an autumn. */
    private static final int JUMPS = 2;

    private final Desk desk;
    private final Frame frame;

    SchedulePage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /** A slot to come. */
    private record Coming(Cadence cadence, Instant slot) {}

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(Room.SCHEDULE.path(), this::schedule);
    }

    private void schedule(Context context) {
        Locale language = ReaderLanguage.of(context);
        Instant now = desk.clock().instant();
        EditionWords words = EditionWords.of(context, desk);
        List<Map<String, Object>> letters = desk.settings().newsletters().stream()
                .map(newsletter -> letter(newsletter, now, language, words))
                .toList();
        frame.show(
                context,
                "schedule",
                Room.SCHEDULE,
                Map.of(
                        "letters", letters,
                        "runsHere", desk.departures().isPresent(),
                        "runsElsewhere", desk.delivererElsewhere().isPresent()));
    }

    private Map<String, Object> letter(Newsletter newsletter, Instant now, Locale language, EditionWords words) {
        ZoneId zone = newsletter.masthead().zone();
        Map<String, Object> model = new HashMap<>();
        model.put("id", newsletter.id());
        model.put("name", newsletter.masthead().name());
        model.put("zone", zone.getId());
        model.put(
                "cadences",
                newsletter.cadences().stream()
                        .map(each -> cadence(each, language))
                        .toList());
        model.put(
                "slots",
                next(newsletter, now).stream()
                        .map(each -> slot(newsletter, each, now, language))
                        .toList());
        model.put("jumps", jumps(newsletter, now, language));
        model.put("last", last(newsletter, now).stream().map(words::line).toList());
        return model;
    }

    private static Map<String, Object> cadence(Cadence cadence, Locale language) {
        return Map.of(
                "name", cadence.name(),
                "cron", cadence.cron(),
                "words", CronWords.inWords(cadence.cron(), language));
    }

    /** Over all cadences. */
    private static List<Coming> next(Newsletter newsletter, Instant now) {
        ZoneId zone = newsletter.masthead().zone();
        return newsletter.cadences().stream()
                .flatMap(
                        cadence -> Slots.next(cadence, zone, now, NEXT).stream().map(slot -> new Coming(cadence, slot)))
                .sorted(Comparator.comparing(Coming::slot))
                .limit(NEXT)
                .toList();
    }

    private static Map<String, Object> slot(Newsletter newsletter, Coming coming, Instant now, Locale language) {
        ZoneId zone = newsletter.masthead().zone();
        Map<String, Object> model = new HashMap<>(new Times(zone, language, now).model(coming.slot()));
        model.put("cadence", coming.cadence().name());
        model.put("in", Lapse.inWords(Duration.between(now, coming.slot()), language));
        model.put(
                "look",
                new Address("/")
                        .with(Where.NEWSLETTER, newsletter.id())
                        .with(Where.CADENCE, coming.cadence().name())
                        .with("as-of", onTheWall(coming.slot(), zone))
                        .toString());
        ClockChange.at(coming.cadence(), zone, coming.slot())
                .ifPresent(change -> model.put("jump", jump(change, zone, language, now)));
        return model;
    }

    /** As the first page asks for it. */
    private static String onTheWall(Instant slot, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(slot.atZone(zone));
    }

    /** The next slots that the clocks' jumps touch, beyond those that are listed. */
    private static List<Map<String, Object>> jumps(Newsletter newsletter, Instant now, Locale language) {
        ZoneId zone = newsletter.masthead().zone();
        Optional<Instant> listed =
                next(newsletter, now).stream().map(Coming::slot).max(Comparator.naturalOrder());
        Predicate<ClockChange> isBeyond =
                change -> listed.filter(last -> change.slot().isAfter(last)).isPresent();
        return newsletter.cadences().stream()
                .flatMap(cadence -> ClockChange.next(cadence, zone, now, JUMPS).stream()
                        .filter(isBeyond)
                        .map(change -> jump(change, zone, language, now)))
                .toList();
    }

    /** {@code meant} is a time on the wall that may not exist: it is told by a clock that has them all. */
    private static Map<String, Object> jump(ClockChange change, ZoneId zone, Locale language, Instant now) {
        Map<String, Object> model = new HashMap<>(new Times(zone, language, now).model(change.slot()));
        Times anyTime = new Times(ZoneOffset.UTC, language, now);
        model.put("kind", EditionWords.word(change.kind()));
        model.put("meant", anyTime.time(change.meant().atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC)));
        return model;
    }

    private List<Line> last(Newsletter newsletter, Instant now) {
        return desk.register().lines(new Wanted(Optional.of(newsletter.id()), Optional.empty(), now), 0, LAST);
    }
}
