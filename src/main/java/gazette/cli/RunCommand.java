package gazette.cli;

import gazette.article.Source;
import gazette.config.Settings;
import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.digest.DigestRun;
import gazette.digest.RunOptions;
import gazette.edition.Cadence;
import gazette.edition.EditionKey;
import gazette.edition.Newsletter;
import gazette.edition.NoteUnreadable;
import gazette.pickup.Eagerness;
import gazette.render.TemplateProblem;
import gazette.schedule.QuartzConnections;
import gazette.schedule.Schedule;
import gazette.store.StoreFailure;
import gazette.studio.Desk;
import gazette.subscriber.ListUnreadable;
import gazette.web.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code gazette run}. */
final class RunCommand implements Command {
    /** A file that changed less than this ago may still be being written; the next look takes it. */
    static final Duration SETTLING = Duration.ofSeconds(2);
    /** Of the ten seconds that a stop may take, what running jobs get. */
    private static final Duration FOR_JOBS = Duration.ofSeconds(2);
    /** Enough for one reply within five seconds and its commit; the rest is for closing. */
    private static final Duration FOR_HAND_OVERS = Duration.ofSeconds(6);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Gazette gazette;

    RunCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {}

    @Override
    public ExitCode call() {
        Logging.forService(gazette.isVerbose());
        Settings settings = gazette.settings();
        Optional<LockFile> lock = LockFile.take(Workspace.lockFile(settings));
        if (lock.isEmpty()) {
            throw new Refusal(
                    ExitCode.LOCKED,
                    "Process " + LockFile.holder(Workspace.lockFile(settings)) + " runs this workspace already.");
        }
        try (Workspace workspace = gazette.workOn(settings)) {
            return run(workspace);
        } finally {
            lock.get().close();
        }
    }

    private ExitCode run(Workspace workspace) {
        Stop stop = new Stop();
        Settings settings = workspace.settings();
        try (Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.STOPPED);
                WebServer web = workspace.web(Optional.of(desk(workspace, couriers)))) {
            Signals.onStop(
                    code -> {
                        stop.ask(code);
                        couriers.stop();
                    },
                    couriers::drop);
            Schedule.Pace pace = new Schedule.Pace(settings.pickUpEvery(), Schedule.Pace.USUAL.lateAfter(), FOR_JOBS);
            Events.started(settings, web.port());
            if (gazette.screen().options().json()) {
                gazette.screen().line(Map.of("event", "started", "webPort", web.port()), "");
            }
            Schedule schedule = Schedule.start(
                    settings.newsletters(),
                    new Work(workspace, couriers),
                    new QuartzConnections(workspace.store()::borrowWriter),
                    gazette.surroundings().clock(),
                    pace);
            while (!stop.await(BETWEEN_LOOKS)) {
                if (couriers.areDone(Duration.ZERO)) { // another process took over, and the log says so
                    stop.ask(ExitCode.LOCKED);
                }
            }
            schedule.close();
            couriers.close(FOR_HAND_OVERS);
        }
        Events.stopped(stop.code());
        if (gazette.screen().options().json()) {
            gazette.screen().line(Map.of("event", "stopped", "exit", stop.code().value()), "");
        }
        return stop.code();
    }

    private static Desk desk(Workspace workspace, Couriers couriers) {
        return new WorkspaceDesk(workspace, Optional.of(new CourierDepartures(workspace, couriers)), Optional.empty());
    }

    /** What the schedule calls. */
    private static final class Work implements Schedule.Work {
        private final Workspace workspace;
        private final Couriers couriers;
        private final DigestRun digests;

        Work(Workspace workspace, Couriers couriers) {
            this.workspace = workspace;
            this.couriers = couriers;
            this.digests = workspace.digestRun(SETTLING);
        }

        @Override
        public void pickUp() {
            List<Source> sources = workspace.settings().newsletters().stream()
                    .flatMap(newsletter -> newsletter.sources().stream())
                    .distinct()
                    .toList();
            Events.pickedUp(workspace.pickUp(SETTLING).run(sources, Eagerness.DUE));
        }

        @Override
        public void digest(String newsletter, String cadence, Instant slot) {
            Newsletter wanted = workspace.settings().newsletter(newsletter).orElseThrow();
            Cadence slots = wanted.cadence(cadence).orElseThrow();
            Optional<EditionKey> cutShort = workspace.store().editions().unfinished(newsletter, cadence);
            cutShort.ifPresent(key -> run(wanted, slots, key.slot()));
            run(wanted, slots, slot);
        }

        /** A slot that fails leaves the scheduler and the other newsletters alone; the next one finishes it. */
        private void run(Newsletter newsletter, Cadence cadence, Instant slot) {
            EditionKey key = new EditionKey(newsletter.id(), cadence.name(), slot);
            try {
                Events.ran(key, digests.run(newsletter, cadence, slot, RunOptions.AS_SCHEDULED));
            } catch (TemplateProblem | NoteUnreadable | ListUnreadable | StoreFailure failed) {
                Events.failed(key, failed);
            }
            couriers.ring();
        }
    }

    /** One line an event. */
    private static final class Events {
        private static final Logger LOG = LoggerFactory.getLogger("gazette.run");

        private Events() {}

        static void started(Settings settings, int port) {
            LOG.info(
                    "started workspace={} newsletters={} web={}:{}",
                    settings.workspace(),
                    settings.newsletters().size(),
                    settings.web().host(),
                    port);
        }

        static void pickedUp(gazette.pickup.PickUpReport report) {
            if (report.fresh() + report.edited() > 0) {
                LOG.info("picked up fresh={} edited={}", report.fresh(), report.edited());
            }
            report.problems().forEach(problem -> LOG.warn("not picked up: {}", problem));
        }

        static void ran(EditionKey key, gazette.digest.RunReport report) {
            report.list().ifPresent(list -> {
                if (!Imports.isWhole(list)) {
                    LOG.warn("list of {}: {}", key.newsletter(), String.join(" ", Imports.lines(list)));
                }
            });
            report.pictures().forEach(problem -> LOG.warn("edition of {}: {}", key.newsletter(), problem));
            report.edition()
                    .ifPresentOrElse(
                            edition -> LOG.info(
                                    "edition {} slot={} articles={} audience={}",
                                    edition.id(),
                                    key.slot(),
                                    edition.articles().size(),
                                    report.audience()
                                            .map(audience -> audience.size())
                                            .orElse(0L)),
                            () -> LOG.info(
                                    "no edition newsletter={} cadence={} slot={}: {}",
                                    key.newsletter(),
                                    key.cadence(),
                                    key.slot(),
                                    report.reason()));
        }

        static void failed(EditionKey key, RuntimeException failure) {
            LOG.error(
                    "failed newsletter={} cadence={} slot={}: {}",
                    key.newsletter(),
                    key.cadence(),
                    key.slot(),
                    failure.getMessage());
        }

        static void stopped(ExitCode code) {
            LOG.info("stopped exit={}", code.value());
        }
    }
}
