package gazette.cli;

import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.delivery.Messages;
import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Newsletter;
import gazette.schedule.Slots;
import gazette.sink.Sink;
import gazette.store.Store;
import gazette.studio.Departures;
import gazette.studio.Studio;
import gazette.web.WebServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The studio of a workspace, served on a free port of this machine until closed. */
public final class StudioStage implements AutoCloseable {
    private final Workspace workspace;
    private final Studio studio;
    private final WebServer server;

    private StudioStage(Workspace workspace, Studio studio) {
        this.workspace = workspace;
        this.studio = studio;
        this.server = workspace.serve(Optional.of(studio));
    }

    private static final Map<String, String> HERE =
            Map.of("GAZETTE_WEB_LISTEN", "127.0.0.1:0", "GAZETTE_WEB_URL", "http://127.0.0.1");

    /** Over the workspace in {@code folder}. */
    public static StudioStage over(Path folder, Clock clock, Optional<Departures> departures, Optional<Sink> sink) {
        return over(folder, HERE, clock, departures, sink);
    }

    private static StudioStage over(
            Path folder, Map<String, String> here, Clock clock, Optional<Departures> departures, Optional<Sink> sink) {
        Settings settings =
                SettingsFile.read(folder, here, Slots::objection).settings().orElseThrow();
        Workspace workspace = Workspace.open(settings, clock);
        return new StudioStage(workspace, new Studio(new WorkspaceDesk(workspace, departures, sink)));
    }

    /** Where the environment says. */
    public static StudioStage over(Path folder, Map<String, String> environment) {
        return over(folder, environment, Clock.systemUTC(), Optional.empty(), Optional.empty());
    }

    /** Without couriers and without a sink. */
    public static StudioStage over(Path folder) {
        return over(folder, Clock.systemUTC(), Optional.empty(), Optional.empty());
    }

    /** Where the studio is. */
    public int port() {
        return server.studioPort();
    }

    /** Where readers' pages are; the same, unless the settings say otherwise. */
    public int readersPort() {
        return server.port();
    }

    /** What is served there. */
    public Studio studio() {
        return studio;
    }

    /** What a slot comes to. */
    public RunReport run(Instant slot, RunOptions options) {
        Newsletter newsletter = newsletter();
        return workspace
                .digestRun(Duration.ZERO)
                .run(newsletter, newsletter.cadences().get(0), slot, options);
    }

    /** The first newsletter of the settings. */
    public Newsletter newsletter() {
        return workspace.settings().newsletters().get(0);
    }

    /** Makes the letters of stored editions, as couriers have them. */
    public Messages messages() {
        return workspace.messages();
    }

    /** Runs SQL behind the ports' backs. */
    public void sql(String sql) {
        try (Connection connection = workspace.store().borrowWriter();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The workspace's store. */
    public Store store() {
        return workspace.store();
    }

    @Override
    public void close() {
        server.close();
        workspace.close();
    }
}
