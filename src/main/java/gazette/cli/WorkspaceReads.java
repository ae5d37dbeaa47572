package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.Headcount;
import gazette.delivery.Register;
import gazette.proof.Proofs;
import gazette.proof.Workbench;
import gazette.studio.Desk;
import gazette.subscriber.Subscribers;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What a desk reads, from whichever workspace it has just then. */
abstract class WorkspaceReads implements Desk {
    /** Asked anew each time. */
    abstract Workspace workspace();

    @Override
    public Settings settings() {
        return workspace().settings();
    }

    @Override
    public Workbench workbench() {
        return workspace().workbench();
    }

    @Override
    public Proofs proofs() {
        return workspace().proofs();
    }

    @Override
    public Register register() {
        return workspace().store().register();
    }

    @Override
    public Headcount headcount() {
        return workspace().headcount();
    }

    @Override
    public Executor errands() {
        return workspace().background();
    }

    @Override
    public Optional<Long> delivererElsewhere() {
        return workspace().delivererElsewhere();
    }

    @Override
    public Subscribers subscribers() {
        return workspace().store().subscribers();
    }

    @Override
    public Clock clock() {
        return workspace().clock();
    }
}
