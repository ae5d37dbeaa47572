package gazette.studio;

import gazette.config.SettingsProblem;
import gazette.edition.Newsletter;
import gazette.render.Pages;
import gazette.schedule.Slots;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints pages of the studio, with what all of them have around them: the rail, the newsletters, the next run. */
final class Frame implements PageFrame {
    private final Desk desk;
    private final Pages pages;
    private final FormToken token;
    private final Assets assets;
    private final SettingsNews settings;

    Frame(Desk desk, Pages pages, FormToken token, Assets assets, SettingsNews settings) {
        this.settings = settings;
        this.desk = desk;
        this.pages = pages;
        this.token = token;
        this.assets = assets;
    }

    @Override
    public void show(Context context, String name, Optional<Room> room, Map<String, Object> model) {
        Locale language = ReaderLanguage.of(context);
        Map<String, Object> all = new HashMap<>(around(context, room, language));
        all.putAll(model);
        context.html(pages.page(name, language, all));
    }

    private Map<String, Object> around(Context context, Optional<Room> room, Locale language) {
        List<Newsletter> newsletters = desk.settings().newsletters();
        Where where = Where.of(context, desk.settings());
        Instant now = desk.clock().instant();
        Times times = new Times(where.newsletter().masthead().zone(), language, now);
        Map<String, Object> around = new HashMap<>();
        around.put("token", token.value());
        around.put("assets", assets.paths());
        around.put("events", Events.Kind.words());
        around.put("room", room.map(Frame::key).orElse(""));
        around.put("rooms", Arrays.stream(Room.values()).map(Frame::room).toList());
        around.put(
                "newsletters",
                newsletters.stream().map(each -> row(each, where)).toList());
        around.put("newsletter", Map.of("id", where.newsletter().id(), "name", name(where.newsletter())));
        around.put("cadence", where.cadence().name());
        around.put("cadences", where.newsletter().cadenceNames());
        around.put(
                "settingsProblems",
                settings.state().problems().stream().map(Frame::problem).toList());
        around.put("settingsForLater", settings.state().areForLater());
        around.put("hasFolder", DropPage.folder(where.newsletter()).isPresent());
        around.put("isSink", desk.sink().isPresent());
        around.put("sends", desk.departures().isPresent());
        List<Instant> next =
                Slots.next(where.cadence(), where.newsletter().masthead().zone(), now, 1);
        around.put("nextRun", next.stream().map(times::model).toList());
        return around;
    }

    private static Map<String, Object> problem(SettingsProblem problem) {
        return Map.of(
                "file", problem.file(),
                "line", problem.line(),
                "column", problem.column(),
                "what", problem.what(),
                "remedy", problem.remedy());
    }

    private static String name(Newsletter newsletter) {
        return newsletter.masthead().name();
    }

    private static Map<String, Object> row(Newsletter newsletter, Where where) {
        return Map.of(
                "id",
                newsletter.id(),
                "name",
                name(newsletter),
                "isCurrent",
                newsletter.id().equals(where.newsletter().id()));
    }

    private static Map<String, Object> room(Room room) {
        return Map.of("name", key(room), "path", room.path(), "key", String.valueOf(room.key()));
    }

    private static String key(Room room) {
        return room.name().toLowerCase(Locale.ROOT);
    }
}
