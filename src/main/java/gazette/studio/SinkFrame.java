package gazette.studio;

import gazette.render.Pages;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is around the inbox where there is no workspace: no newsletter, no next run, no other room. */
final class SinkFrame implements PageFrame {
    private final Pages pages;
    private final FormToken token;
    private final Assets assets;

    SinkFrame(Pages pages, FormToken token, Assets assets) {
        this.pages = pages;
        this.token = token;
        this.assets = assets;
    }

    @Override
    public void show(Context context, String name, Optional<Room> room, Map<String, Object> model) {
        Room only = Room.INBOX;
        String key = only.name().toLowerCase(Locale.ROOT);
        Map<String, Object> all = new HashMap<>();
        all.put("token", token.value());
        all.put("assets", assets.paths());
        all.put("events", Events.Kind.words());
        all.put("room", room.filter(only::equals).map(inbox -> key).orElse(""));
        all.put("rooms", List.of(Map.of("name", key, "path", only.path(), "key", String.valueOf(only.key()))));
        all.put("newsletters", List.of());
        all.put("newsletter", Map.of("id", "", "name", "Gazette"));
        all.put("cadence", "");
        all.put("cadences", List.of());
        all.put("settingsProblems", List.of());
        all.put("settingsForLater", false);
        all.put("hasFolder", false);
        all.put("isSink", true);
        all.put("sends", false);
        all.put("nextRun", List.of());
        all.putAll(model);
        context.html(pages.page(name, ReaderLanguage.of(context), all));
    }
}
