package gazette.cli;

import gazette.config.SettingsFile;
import gazette.delivery.Outbox;
import gazette.edition.Editions;
import gazette.edition.Plans;
import gazette.schedule.Slots;
import gazette.sink.Sink;
import gazette.studio.Departures;
import java.util.Optional;
import java.util.function.BiFunction;

/** The studio over a workspace that is open for writing. */
final class WorkspaceDesk extends WorkspaceReads {
    private final Workspace workspace;
    private final Optional<Departures> departures;
    private final Optional<Sink> sink;

    WorkspaceDesk(Workspace workspace, Optional<Departures> departures, Optional<Sink> sink) {
        this.workspace = workspace;
        this.departures = departures;
        this.sink = sink;
    }

    @Override
    Workspace workspace() {
        return workspace;
    }

    /** A run goes on with the settings that it started with. */
    @Override
    public Reread reread() {
        return new Reread(
                SettingsFile.read(settings().workspace(), System.getenv(), Slots::objection)
                        .problems(),
                false);
    }

    @Override
    public Plans plans() {
        return workspace.store().plans();
    }

    @Override
    public <T> T change(BiFunction<Editions, Outbox, T> deed) {
        return deed.apply(workspace.store().editions(), workspace.store().outbox());
    }

    @Override
    public Optional<Departures> departures() {
        return departures;
    }

    @Override
    public Optional<Sink> sink() {
        return sink;
    }
}
