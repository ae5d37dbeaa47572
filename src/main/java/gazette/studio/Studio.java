package gazette.studio;

import gazette.check.CheckWords;
import gazette.edition.EditionId;
import gazette.render.Pages;
import gazette.render.TemplateProblem;
import gazette.web.PageGroup;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All pages of the studio. */
public final class Studio implements PageGroup {
    private static final String EVERY_PATH = "*";

    /** Of saved files that a page is told: it looks again in any case. */
    private static final int MOST_NAMES = 8;

    private final FormToken token = FormToken.random();
    private final Desk desk;
    private final Refusals refusals;
    private final SettingsNews settings;
    private final Events events =
            new Events(FormToken.random().value().replaceAll("\\W", "").substring(0, 8));
    private volatile Optional<Watch> watch = Optional.empty();
    private final List<StudioPages> pages = new ArrayList<>();
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();

    /** Over one workspace. */
    public Studio(Desk desk) {
        Assets assets = new Assets();
        Pages templates = new Pages("gazette/studio");
        this.desk = desk;
        this.settings = new SettingsNews(desk);
        Frame frame = new Frame(desk, templates, token, assets, settings);
        refusals = new Refusals(frame, templates);
        pages.add(assets);
        pages.add(new EventStream(events));
        pages.add(new DropPage(desk, frame, events));
        desk.headcount().tell(edition -> tell(Events.Kind.RUN_PROGRESS, edition));
        Optional<String> home = Optional.ofNullable(desk.settings().web().url().getHost());
        desk.sink()
                .ifPresent(sink -> pages.addAll(SinkStudio.inbox(frame, sink, home, desk.clock(), zone(desk), events)));
        CheckWords checkWords = new CheckWords();
        addNext(desk, frame, checkWords);
        pages.add(new EditionList(desk, frame));
        pages.add(new EditionPages(desk, frame));
        pages.add(new EditionReaderPages(desk, frame));
        pages.add(new EditionMessagePages(desk, frame));
        pages.add(new EditionExports(desk));
        pages.add(new EditionActions(desk, edition -> tell(Events.Kind.RUN_STATE, edition)));
        pages.add(new ArticlePages(desk, frame, checkWords));
        addTemplates(desk, frame);
        pages.add(new SchedulePage(desk, frame));
    }

    private void addNext(Desk desk, Frame frame, CheckWords checkWords) {
        Drafts drafts = new Drafts(desk);
        Audiences audiences = new Audiences(desk);
        Checks checks = new Checks(desk, drafts);
        Tests tests = new Tests(desk, drafts);
        pages.add(new NextPage(desk, frame, drafts, audiences, tests));
        pages.add(tests);
        pages.add(new PlanChanges(desk, drafts));
        pages.add(new ChecksPage(desk, frame, checks, checkWords));
        desk.departures().ifPresent(by -> pages.add(new SendPage(desk, by, frame, drafts, audiences, checks)));
    }

    private void addTemplates(Desk desk, Frame frame) {
        TemplateProofs proofs = new TemplateProofs(desk);
        pages.add(new TemplatePages(desk, frame, proofs));
        pages.add(new TemplatePrints(desk, frame, proofs));
        pages.add(new TemplateSource(desk, frame));
    }

    private void tell(Events.Kind kind, EditionId edition) {
        events.tell(kind, Map.of("edition", edition.toString()));
    }

    private static ZoneId zone(Desk desk) {
        return desk.settings().newsletters().get(0).masthead().zone();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        StudioRoutes all = new StudioRoutes(routes, new Gate(token, refusals));
        pages.forEach(group -> group.addTo(all));
        watch = Optional.of(new Watch(desk::settings, this::saved));
        reads.addAll(all.reads());
        changes.addAll(all.changes());
    }

    private void saved(Watch.Changed changed) {
        if (changed.kinds().contains(Watched.What.SETTINGS)) {
            settings.look();
            events.tell(Events.Kind.CONFIG_CHANGED, Map.of());
        }
        events.tell(Events.Kind.RENDER, Map.of("files", names(changed)));
    }

    private List<String> names(Watch.Changed changed) {
        Path workspace = desk.settings().workspace();
        return changed.files().keySet().stream()
                .map(file -> file.startsWith(workspace) ? workspace.relativize(file) : file.getFileName())
                .map(String::valueOf)
                .limit(MOST_NAMES)
                .toList();
    }

    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        events.close();
    }

    /** Those at this machine read it in the studio's frame; readers' pages have words of their own. */
    @Override
    public boolean excuses(Context context, HttpStatus why) {
        String path = context.endpoint().path;
        boolean isOurs = path.equals(EVERY_PATH) || reads.contains(path) || changes.contains(path);
        if (!isOurs || LoopbackCheck.of(context) != LoopbackCheck.Answer.OURS) {
            return false;
        }
        try {
            refusals.excuse(context, why);
            return true;
        } catch (TemplateProblem theFrameItself) {
            return false;
        }
    }

    /** The paths of all pages; none before they were added to a server. */
    List<String> reads() {
        return reads;
    }

    /** The paths of all changes; none before they were added to a server. */
    List<String> changes() {
        return changes;
    }
}
