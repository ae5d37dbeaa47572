package gazette.cli;

import gazette.render.Pages;
import gazette.sink.Sink;
import gazette.studio.SinkStudio;
import gazette.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code gazette sink}. */
final class SinkCommand implements Command {
    private static final String HOST = "127.0.0.1";

    private final Gazette gazette;
    private final Stop stop = new Stop();
    private int smtp = 1025;
    private final PageOptions page = new PageOptions();

    SinkCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.port(
                "--smtp", "PORT", "Of the mail server (default: " + smtp + ", or a free one).", value -> smtp = value);
        page.describe(syntax);
        syntax.footer(
                "",
                "Examples:",
                "  gazette sink                     SMTP on 1025, the inbox on 8025, if they are free",
                "  gazette sink --smtp 2525 --no-open",
                "  curl 'http://127.0.0.1:8025/api/v1/messages/latest?to=reader-1@example.org&wait=5'",
                "",
                "It needs no workspace. Messages are in memory: at most 8 MB of them, the oldest go first.");
    }

    @Override
    public ExitCode call() throws IOException {
        int webPort = FreePort.near(HOST, page.port());
        String address = "http://" + HOST + ":" + webPort;
        try (Sink sink = Sink.start(
                        HOST, FreePort.near(HOST, smtp), gazette.surroundings().clock());
                WebServer web = WebServer.start(
                        HOST,
                        webPort,
                        URI.create(address),
                        new Pages(),
                        List.of(new SinkStudio(sink, gazette.surroundings().clock(), ZoneId.systemDefault())))) {
            say(sink, "http://" + HOST + ":" + web.port());
            Signals.onStop(stop::ask, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.value()));
            if (page.isOpened() && gazette.mayAsk()) {
                Browser.open(address + "/inbox");
            }
            stop.await(); // the pages have threads of their own
            return stop.code();
        }
    }

    private void say(Sink sink, String address) {
        Screen screen = gazette.screen();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("event", "started");
        document.put("web", address);
        document.put("smtpPort", sink.smtpPort());
        screen.answer(
                document,
                List.of(
                        screen.strong("Gazette " + VersionCommand.number() + " · sink"),
                        "  SMTP  " + HOST + ":" + sink.smtpPort() + "   takes every message for everybody; none leaves",
                        "  Web   " + address + "/inbox",
                        "  Ctrl-C to stop; its messages go with it."));
    }
}
