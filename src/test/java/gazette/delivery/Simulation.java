package gazette.delivery;

import gazette.store.World;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One life of one edition, in which everything that chance can decide is decided by a seed: how many processes and
 * connections there are, what the servers offer, who goes first at each call of a line or the store, what fails, and when
 * readers leave, editions rest and processes end. The code that delivers is the real one; the same seed gives the same
 * run.
 */
final class Simulation {
    private static final Duration ENOUGH = Duration.ofMinutes(15);
    private static final int EVENTS = 11;

    /**
     * What a run came to.
     *
     * @param violation of a promise, if there was one
     * @param trace the last things that happened
     * @param digest of all that happened
     * @param copies that readers have besides their first
     */
    record Run(long seed, Optional<String> violation, List<String> trace, long digest, long steps, int copies) {
        /** For a person who wants to repeat it. */
        String report() {
            return "seed " + seed + " (repeat it with -Dseed=" + seed + "): " + violation.orElse("no violation") + "\n"
                    + String.join("\n", trace);
        }
    }

    private final Stage stage;
    private final SimulatedProcesses processes;
    private final Fates fates;

    private Simulation(Stage stage) {
        this.stage = stage;
        this.processes = new SimulatedProcesses(stage);
        this.fates = new Fates(stage, processes);
    }

    /** Runs {@code seed} to its end; the store is closed then. */
    static Run run(long seed, Letters letters, Function<Clock, World> opened, Breakage breakage) {
        Stage stage = Stage.set(seed, letters, opened, breakage);
        Simulation simulation = new Simulation(stage);
        try {
            simulation.run();
        } finally {
            stage.world().close();
        }
        Trace trace = stage.trace();
        return new Run(
                seed,
                trace.violation(),
                trace.lines(),
                trace.digest(),
                simulation.processes.steps(),
                stage.truth().copies());
    }

    private void run() {
        processes.start();
        if (stage.chance().coin()) {
            processes.start();
        }
        for (int event = stage.chance().upTo(EVENTS); event > 0 && goesOn(); event--) {
            stage.baton()
                    .pass(Duration.ofMillis(stage.chance().upTo(stage.chance().coin() ? 39 : 3999)));
            processes.tidy();
            fates.befall();
        }
        stage.chance().calmDown();
        fates.resume();
        comeToRest();
        end();
        if (goesOn()) {
            stage.truth().everybodyIsAccountedFor();
        }
    }

    private boolean goesOn() {
        return !stage.trace().isOver();
    }

    /** Nothing fails any more; a claim whose commit was durable and never answered waits for the end of its process. */
    private void comeToRest() {
        long begun = stage.baton().nanos();
        while (goesOn() && !stage.truth().isAllSettled()) {
            stage.baton().pass(Duration.ofSeconds(1));
            processes.tidy();
            Duration lasts = Duration.ofNanos(stage.baton().nanos() - begun);
            if (lasts.compareTo(ENOUGH.multipliedBy(4)) > 0) {
                stage.trace()
                        .violated("somebody waits for ever: " + stage.truth().states());
            } else if (lasts.compareTo(ENOUGH) > 0) {
                processes.stop();
            }
            if (!processes.anyWorks()) {
                processes.start();
            }
        }
    }

    private void end() {
        processes.stop();
        while (goesOn() && processes.anyWorks()) {
            stage.baton().pass(Duration.ofMillis(100));
        }
        processes.tidy();
        processes.kill("at the end");
        while (!stage.baton().isAlone()) {
            stage.baton().pass(Duration.ofMillis(1));
        }
    }
}
