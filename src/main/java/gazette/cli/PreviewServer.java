package gazette.cli;

import gazette.config.Settings;
import gazette.studio.Studio;
import gazette.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** {@code gazette preview} without files: the studio on this machine, until stopped. It sends nothing. */
final class PreviewServer {
    private static final String HOST = "127.0.0.1";

    private final Gazette gazette;
    private final Stop stop;

    /** @param stop ends it, as a signal does */
    PreviewServer(Gazette gazette, Stop stop) {
        this.gazette = gazette;
        this.stop = stop;
    }

    /**
     * @param wanted the port, if it is free; else another one
     * @param path what is opened in a browser, with its {@code /}; empty for nothing
     */
    @SuppressWarnings("try") // the server is there to be closed
    ExitCode serve(Settings settings, int wanted, String path, boolean open) {
        int port = port(wanted);
        String address = "http://" + HOST + ":" + port;
        try (Workspace workspace = gazette.lookAt(settings);
                WebServer web = start(new PreviewDesk(gazette, workspace), port, address)) {
            say(address + path);
            Signals.onStop(stop::ask, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.value()));
            if (open) {
                Browser.open(address + path);
            }
            stop.await(); // the pages have threads of their own
            return stop.code();
        }
    }

    /** The pages alone, until closed. */
    static WebServer start(PreviewDesk desk, int port, String address) {
        return WebServer.start(
                HOST,
                port,
                URI.create(address),
                desk.workspace().pages(),
                List.of(Workspace.online(desk::workspace), new Studio(desk)));
    }

    private void say(String address) {
        Screen screen = gazette.screen();
        screen.answer(
                Map.of("event", "started", "web", address),
                List.of(
                        screen.strong("Gazette " + VersionCommand.number() + " · preview"),
                        "  Web   " + address,
                        "  Nothing is sent. Save a template, an article or gazette.yaml, and watch the page change.",
                        "  Ctrl-C to stop."));
    }

    private static int port(int wanted) {
        try {
            return FreePort.near(HOST, wanted);
        } catch (IOException noPortAtAll) {
            throw new UncheckedIOException("no port of " + HOST + " is free", noPortAtAll);
        }
    }
}
