package gazette.cli;

import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.delivery.Headcount;
import gazette.delivery.Outbox;
import gazette.delivery.Register;
import gazette.edition.Editions;
import gazette.edition.Plans;
import gazette.proof.Proofs;
import gazette.proof.Workbench;
import gazette.schedule.Slots;
import gazette.sink.Sink;
import gazette.studio.Departures;
import gazette.studio.Desk;
import gazette.subscriber.Subscribers;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** The studio over a workspace. */
record WorkspaceDesk(Workspace workspace, Optional<Departures> departures, Optional<Sink> sink) implements Desk {
    @Override
    public Settings settings() {
        return workspace.settings();
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
    public Workbench workbench() {
        return workspace.workbench();
    }

    @Override
    public Proofs proofs() {
        return workspace.proofs();
    }

    @Override
    public Plans plans() {
        return workspace.store().plans();
    }

    @Override
    public Register register() {
        return workspace.store().register();
    }

    @Override
    public Headcount headcount() {
        return workspace.headcount();
    }

    @Override
    public <T> T change(BiFunction<Editions, Outbox, T> deed) {
        return deed.apply(workspace.store().editions(), workspace.store().outbox());
    }

    @Override
    public Executor errands() {
        return workspace.background();
    }

    @Override
    public Optional<Long> delivererElsewhere() {
        return workspace.delivererElsewhere();
    }

    @Override
    public Subscribers subscribers() {
        return workspace.store().subscribers();
    }

    @Override
    public Clock clock() {
        return workspace.clock();
    }
}
