package gazette.cli;

import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.schedule.Slots;
import gazette.sink.Sink;
import gazette.studio.Desk;
import gazette.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code gazette demo}. */
final class DemoCommand implements Command {
    private static final String HOST = "127.0.0.1";
    private static final int SMTP_PORT = 1025;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gazette gazette;
    private final Stop stop = new Stop();
    private boolean once;
    private final PageOptions page = new PageOptions();
    private Optional<Path> keep = Optional.empty();

    DemoCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.flag("--once", "Send and receive one edition, say so, and end.", value -> once = value);
        page.describe(syntax);
        syntax.option(
                "--keep",
                "DIR",
                "Make the demo's workspace here, and leave it there.",
                Path.class,
                value -> keep = Optional.of(value));
    }

    @Override
    public ExitCode call() throws IOException {
        Instant begun = gazette.surroundings().clock().instant();
        Path folder = keep.isPresent()
                ? gazette.surroundings().folder().resolve(keep.get()).toAbsolutePath()
                : Files.createTempDirectory("gazette-demo-");
        try {
            Sample.copyTo(folder, name -> true);
            int webPort = FreePort.near(HOST, page.port());
            try (Sink sink = Sink.start(
                    HOST,
                    once ? 0 : FreePort.near(HOST, SMTP_PORT),
                    gazette.surroundings().clock())) {
                return demo(folder, sink, webPort, begun);
            }
        } finally {
            if (keep.isEmpty()) {
                Folders.delete(folder);
            }
        }
    }

    private ExitCode demo(Path folder, Sink sink, int webPort, Instant begun) {
        Settings settings = settings(folder, sink, webPort);
        Newsletter newsletter = settings.newsletters().get(0);
        try (Workspace workspace = gazette.workOn(settings);
                Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.STOPPED);
                WebServer web = workspace.web(Optional.of(desk(workspace, couriers, sink)))) {
            RunReport report = send(workspace, couriers, newsletter);
            Edition edition = report.edition()
                    .orElseThrow(() -> new Refusal(
                            ExitCode.NOTHING_TO_SEND,
                            "The demo's workspace has nothing to send: " + report.reason() + "."));
            DemoReport said = new DemoReport(
                    report,
                    edition,
                    workspace.store().outbox().tally(edition.id()),
                    sink.messages(),
                    begun,
                    gazette.surroundings().clock().instant());
            said.say(gazette.screen(), web.port(), sink, folder, once);
            if (!once) {
                stay(web.port(), sink);
                return stop.code();
            }
            return said.isWhole() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
        }
    }

    private static Desk desk(Workspace workspace, Couriers couriers, Sink sink) {
        return new WorkspaceDesk(workspace, Optional.of(new CourierDepartures(workspace, couriers)), Optional.of(sink));
    }

    private static Settings settings(Path folder, Sink sink, int webPort) {
        Map<String, String> here = Map.of(
                "GAZETTE_SMTP_HOST",
                HOST,
                "GAZETTE_SMTP_PORT",
                String.valueOf(sink.smtpPort()),
                "GAZETTE_SMTP_TLS",
                "none",
                "GAZETTE_WEB_LISTEN",
                HOST + ":" + webPort,
                "GAZETTE_WEB_URL",
                "http://" + HOST + ":" + webPort);
        var reading = SettingsFile.read(folder, here, Slots::objection);
        return reading.settings().orElseThrow(() -> new Refusal(ExitCode.USAGE, Problems.inWords(reading.problems())));
    }

    /** One digest run for the second in which it is asked, and its delivery. */
    private RunReport send(Workspace workspace, Couriers couriers, Newsletter newsletter) {
        Cadence cadence = newsletter.cadences().get(0);
        RunReport report = workspace
                .digestRun(Duration.ZERO)
                .run(
                        newsletter,
                        cadence,
                        Slot.now(gazette.surroundings().clock()),
                        new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        PickedUp.problems(gazette.screen(), report);
        couriers.ring();
        report.edition().ifPresent(edition -> untilNobodyWaits(workspace, edition));
        return report;
    }

    private void untilNobodyWaits(Workspace workspace, Edition edition) {
        Instant end = gazette.surroundings().clock().instant().plus(PATIENCE);
        boolean goesOn = true;
        while (goesOn && workspace.store().outbox().tally(edition.id()).waiting() > 0) {
            goesOn = !stop.await(BETWEEN_LOOKS)
                    && gazette.surroundings().clock().instant().isBefore(end);
        }
    }

    private void stay(int webPort, Sink sink) {
        Signals.onStop(stop::ask, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.value()));
        if (page.isOpened()) {
            String received = sink.messages().isEmpty()
                    ? ""
                    : "/" + sink.messages().get(0).id();
            Browser.open("http://" + HOST + ":" + webPort + "/inbox" + received);
        }
        stop.await(); // the pages and the couriers have threads of their own
    }
}
