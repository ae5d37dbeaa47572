package gazette.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All processes that there ever were in a simulation, those that are gone too. */
final class SimulatedProcesses {
    private final Stage stage;
    private final List<SimulatedServer> servers;
    private final List<SimulatedProcess> all = new ArrayList<>();

    SimulatedProcesses(Stage stage) {
        this.stage = stage;
        this.servers = SimulatedServer.all(stage);
    }

    /** A process more, if there may be one; where there is one at most, it knows that the others are gone. */
    void start() {
        int most = stage.conditions().processes();
        if (all.stream().filter(SimulatedProcess::works).count() >= most) {
            return;
        }
        Outbox outbox = stage.world().outbox();
        Epoch epoch = outbox.enlist(SimulatedProcess.LEASE);
        SimulatedProcess process = new SimulatedProcess(stage, servers, epoch, this::takeBackTheOverdue);
        process.note("starts");
        if (most == 1 && stage.breakage() != Breakage.TAKES_NOTHING_BACK) {
            stage.truth().takingBack(() -> outbox.takeBackAllBut(epoch));
            all.forEach(SimulatedProcess::isPresumedDead);
        }
        all.add(process);
        process.start();
    }

    /** Those whose lease has run out are presumed dead. */
    private int takeBackTheOverdue() {
        List<SimulatedProcess> overdue =
                all.stream().filter(SimulatedProcess::isOverdue).toList();
        int count = stage.truth().takingBack(stage.world().outbox()::takeBack);
        overdue.forEach(SimulatedProcess::isPresumedDead);
        return count;
    }

    /** One of those that work. */
    Optional<SimulatedProcess> any() {
        List<SimulatedProcess> working =
                all.stream().filter(SimulatedProcess::works).toList();
        return working.isEmpty()
                ? Optional.empty()
                : Optional.of(working.get(stage.chance().upTo(working.size() - 1)));
    }

    boolean anyWorks() {
        return all.stream().anyMatch(SimulatedProcess::works);
    }

    /** Those whose workers have ended give up their epoch. */
    void tidy() {
        all.stream().filter(SimulatedProcess::hasEnded).forEach(SimulatedProcess::leave);
    }

    void ring() {
        all.forEach(SimulatedProcess::ring);
    }

    void stop() {
        all.forEach(SimulatedProcess::stop);
    }

    void kill(String how) {
        all.forEach(process -> process.kill(how));
    }

    long steps() {
        return all.stream().mapToLong(SimulatedProcess::steps).sum();
    }
}
