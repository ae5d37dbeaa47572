package gazette.studio;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.sse.SseHandler;
import java.util.Objects;
import java.util.regex.Pattern;

/** {@code /events}: what happens, for as long as a page listens. */
final class EventStream implements StudioPages {
    private static final Pattern EVENT = Pattern.compile("\\w{1,16}-\\d{1,15}");
    private static final String UNKNOWN = "-";

    private final Handler stream;

    EventStream(Events events) {
        this.stream = new SseHandler(0, client -> events.listen(client, last(client.ctx())));
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read("/events", this::listen);
    }

    private void listen(Context context) throws Exception {
        context.header("X-Accel-Buffering", "no");
        stream.handle(context);
    }

    private static String last(Context context) {
        String asked = Objects.requireNonNullElse(context.queryParam("last"), ""); // by a page that was hidden
        String last = Objects.requireNonNullElse(context.header("Last-Event-ID"), asked);
        return EVENT.matcher(last).matches() || last.isEmpty() ? last : UNKNOWN;
    }
}
