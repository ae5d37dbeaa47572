package gazette.delivery;

import gazette.mail.EmailAddress;
import gazette.store.Worlds;
import java.time.Duration;
import java.util.function.Consumer;

/** What readers, people in charge and machines do to an edition while it is delivered. */
final class Fates {
    private static final int LONGEST_FREEZE = 11_999;

    private final Stage stage;
    private final SimulatedProcesses processes;

    Fates(Stage stage, SimulatedProcesses processes) {
        this.stage = stage;
        this.processes = processes;
    }

    /** One thing happens, or nothing; and perhaps another process starts. */
    void befall() {
        switch (stage.chance().upTo(9)) {
            case 0, 1 -> leave(stage.chance().between(1, stage.conditions().readers()));
            case 2 -> pause();
            case 3 -> resume();
            case 4 -> toAny(process -> process.kill("kill -9"));
            case 5 -> toAny(SimulatedProcess::stop);
            case 6, 7 ->
                toAny(process -> process.freeze(Duration.ofMillis(stage.chance().upTo(LONGEST_FREEZE))));
            case 8 -> processes.any().filter(p -> stage.chance().oneIn(3)).ifPresent(SimulatedProcess::drop);
            default -> {
                if (stage.chance().oneIn(8)) {
                    cancel();
                }
            }
        }
        if (stage.chance().coin()) {
            processes.start();
        }
    }

    private void toAny(Consumer<SimulatedProcess> fate) {
        processes.any().ifPresent(fate);
    }

    private void leave(long reader) {
        EmailAddress address = EmailAddress.of("reader-" + reader + "@example.org");
        stage.world().subscribers().remove(Worlds.NEWSLETTER, address);
        stage.truth().left(reader);
        stage.trace().note("reader " + reader + " leaves");
    }

    private void pause() {
        if (stage.world().editions().pause(stage.edition(), "for a while")) {
            stage.truth().paused(true);
            stage.trace().note("pause");
        }
    }

    void resume() {
        if (stage.truth().isPaused() && stage.world().editions().resume(stage.edition())) {
            stage.trace().note("resume");
        }
        stage.truth().paused(false);
        processes.ring();
    }

    private void cancel() {
        stage.world().outbox().cancel(stage.edition());
        stage.truth().cancelled();
        stage.truth().balances();
        stage.trace().note("cancel");
    }
}
