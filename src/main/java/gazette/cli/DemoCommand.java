package gazette.cli;

import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.delivery.Tally;
import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Choice;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.pickup.Eagerness;
import gazette.schedule.Slots;
import gazette.sink.CaughtMessage;
import gazette.sink.Sink;
import gazette.web.InboxPages;
import gazette.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gazette demo}. */
@Command(
        name = "demo",
        description = "A sample newsroom, its mail server and its inbox on this machine. Nothing leaves it.")
final class DemoCommand implements Callable<ExitCode> {
    private static final String HOST = "127.0.0.1";
    private static final int SMTP_PORT = 1025;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gazette gazette;
    private final Stop stop = new Stop();

    @Option(names = "--once", description = "Send and receive one edition, say so, and end.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Of the web page (default: ${DEFAULT-VALUE}, or a free one).")
    private int port = 8025;

    @Option(names = "--no-open", description = "Do not open a browser.")
    private boolean noOpen;

    @Option(names = "--keep", paramLabel = "DIR", description = "Make the demo's workspace here, and leave it there.")
    private Optional<Path> keep = Optional.empty();

    DemoCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public ExitCode call() throws IOException {
        Instant begun = gazette.surroundings().clock().instant();
        Path folder = keep.isPresent()
                ? gazette.surroundings().folder().resolve(keep.get()).toAbsolutePath()
                : Files.createTempDirectory("gazette-demo-");
        try {
            Sample.copyTo(folder, name -> true);
            int webPort = FreePort.near(HOST, port);
            try (Sink sink = Sink.start(HOST, once ? 0 : FreePort.near(HOST, SMTP_PORT), 0)) {
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
                WebServer web = workspace.web(Optional.of(new InboxPages(
                        workspace.pages(), sink, newsletter.masthead().zone())))) {
            RunReport report = send(workspace, newsletter);
            Edition edition = report.edition()
                    .orElseThrow(() -> new Refusal(
                            ExitCode.NOTHING_TO_SEND,
                            "The demo's workspace has nothing to send: " + report.reason() + "."));
            Tally tally = workspace.store().outbox().tally(edition.id());
            List<CaughtMessage> caught = sink.messages();
            DemoReport said = new DemoReport(
                    report,
                    edition,
                    tally,
                    caught,
                    begun,
                    gazette.surroundings().clock().instant());
            said.say(gazette.screen(), web.port(), sink, folder, once);
            if (!once) {
                stay(workspace, newsletter, web.port());
                return stop.code();
            }
            return said.isWhole() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
        }
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
    private RunReport send(Workspace workspace, Newsletter newsletter) {
        Cadence cadence = newsletter.cadences().get(0);
        RunReport report = workspace
                .digestRun(Duration.ZERO)
                .run(
                        newsletter,
                        cadence,
                        Slot.now(gazette.surroundings().clock()),
                        new RunOptions(true, Optional.empty()));
        PickedUp.problems(gazette.screen(), report);
        try (Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.IDLE)) {
            couriers.areDone(PATIENCE);
        }
        return report;
    }

    /** Sends another edition whenever an article was dropped in, until stopped. */
    private void stay(Workspace workspace, Newsletter newsletter, int webPort) {
        Signals.onStop(stop::ask, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.value()));
        if (!noOpen) {
            Browser.open("http://" + HOST + ":" + webPort + "/");
        }
        Cadence first = newsletter.cadences().get(0);
        while (!stop.await(BETWEEN_LOOKS)) {
            workspace.pickUp(BETWEEN_LOOKS).run(newsletter.sources(), Eagerness.DUE);
            var shelf = workspace
                    .store()
                    .editions()
                    .shelf(newsletter, first, Slot.now(gazette.surroundings().clock()));
            if (!Choice.of(newsletter.on(first), shelf).isEmpty()) {
                send(workspace, newsletter)
                        .edition()
                        .ifPresent(edition -> gazette.screen()
                                .line(
                                        Map.of(
                                                "event",
                                                "edition",
                                                "edition",
                                                edition.id().toString()),
                                        "  " + gazette.screen().tick() + " n° " + edition.number()
                                                + " sent and caught: "
                                                + edition.articles().get(0).title()));
            }
        }
    }
}
