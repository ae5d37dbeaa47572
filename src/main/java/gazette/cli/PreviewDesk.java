package gazette.cli;

import gazette.config.Settings;
import gazette.config.SettingsReading;
import gazette.delivery.Outbox;
import gazette.edition.Editions;
import gazette.edition.Plan;
import gazette.edition.Plans;
import gazette.sink.Sink;
import gazette.store.Store;
import gazette.studio.Departures;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The studio of a preview: over a store that is read only. What it writes, plans and what a person does with editions, it
 * writes by a store that is opened for it alone.
 */
final class PreviewDesk extends WorkspaceReads {
    private final Gazette gazette;
    private final Workspace first;
    private volatile Workspace workspace;
    private Optional<Workspace> before = Optional.empty();

    /** @param workspace that is closed by whoever opened it */
    PreviewDesk(Gazette gazette, Workspace workspace) {
        this.gazette = gazette;
        this.first = workspace;
        this.workspace = workspace;
    }

    @Override
    Workspace workspace() {
        return workspace;
    }

    @Override
    public synchronized Reread reread() {
        SettingsReading reading = gazette.readSettings();
        reading.settings().filter(read -> !read.equals(settings())).ifPresent(this::take);
        return new Reread(reading.problems(), reading.settings().isPresent());
    }

    /** Pages that are being made go on over the workspace as it was; the one before that is let go of. */
    private void take(Settings settings) {
        before.filter(older -> older != first).ifPresent(Workspace::close);
        before = Optional.of(workspace);
        workspace = gazette.lookAt(settings);
    }

    @Override
    public Plans plans() {
        return new Plans() {
            @Override
            public Plan plan(String newsletter, String cadence) {
                return workspace.store().plans().plan(newsletter, cadence);
            }

            @Override
            public Plan change(String newsletter, String cadence, UnaryOperator<Plan> change) {
                return decided(newsletter, cadence, change);
            }
        };
    }

    private synchronized Plan decided(String newsletter, String cadence, UnaryOperator<Plan> change) {
        boolean isFirst = !workspace.hasStore();
        try (Store store = Store.open(settings().store(), clock())) {
            Plan plan = store.plans().change(newsletter, cadence, change);
            if (isFirst) { // what was looked at until now was an empty store in memory
                workspace = gazette.lookAt(settings());
            }
            return plan;
        }
    }

    @Override
    public <T> T change(BiFunction<Editions, Outbox, T> deed) {
        try (Store store = Store.open(settings().store(), clock())) {
            return deed.apply(store.editions(), store.outbox());
        }
    }

    @Override
    public Optional<Departures> departures() {
        return Optional.empty();
    }

    @Override
    public Optional<Sink> sink() {
        return Optional.empty();
    }
}
