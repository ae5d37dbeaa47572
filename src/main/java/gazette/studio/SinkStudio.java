package gazette.studio;

import gazette.render.Pages;
import gazette.sink.Arrival;
import gazette.sink.Inbox;
import gazette.sink.Sink;
import gazette.web.PageGroup;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The studio of a sink without a workspace: its inbox, and nothing else. */
public final class SinkStudio implements PageGroup {
    private final FormToken token = FormToken.random();
    private final List<StudioPages> pages = new ArrayList<>();
    private final Events events =
            new Events(FormToken.random().value().replaceAll("\\W", "").substring(0, 8));
    private final Refusals refusals;

    /**
     * Over one sink.
     *
     * @param zone of the times that the pages show
     */
    public SinkStudio(Sink sink, Clock clock, ZoneId zone) {
        Assets assets = new Assets();
        Pages templates = new Pages("gazette/studio");
        PageFrame frame = new SinkFrame(templates, token, assets);
        refusals = new Refusals(frame, templates);
        pages.add(assets);
        pages.add(new EventStream(events));
        pages.add(routes -> routes.read("/", SinkStudio::toTheInbox));
        pages.addAll(inbox(frame, sink, Optional.empty(), clock, zone, events));
    }

    private static void toTheInbox(Context context) {
        context.redirect(Room.INBOX.path(), HttpStatus.FOUND);
    }

    /**
     * The inbox of a sink, for people and for programs; pages that listen are told what comes.
     *
     * @param home the host of the newsroom's own pages, if there is a newsroom
     */
    static List<StudioPages> inbox(
            PageFrame frame, Sink sink, Optional<String> home, Clock clock, ZoneId zone, Events events) {
        Inbox inbox = sink.inbox();
        Appraiser appraiser =
                new Appraiser(inbox, home, Appraiser.background(), arrival -> tell(events, arrival, "checked"));
        inbox.listen(arrival -> tell(events, arrival, "came"));
        appraiser.start();
        return List.of(new InboxPages(frame, sink, appraiser, clock, zone), new MessagesApi(inbox));
    }

    private static void tell(Events events, Arrival arrival, String what) {
        events.tell(Events.Kind.MAIL_RECEIVED, Map.of("id", arrival.id(), "what", what));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        StudioRoutes all = new StudioRoutes(routes, new Gate(token, refusals));
        pages.forEach(group -> group.addTo(all));
    }

    @Override
    public boolean excuses(Context context, HttpStatus why) {
        if (LoopbackCheck.of(context) != LoopbackCheck.Answer.OURS) {
            return false;
        }
        refusals.excuse(context, why);
        return true;
    }

    @Override
    public void close() {
        events.close();
    }
}
