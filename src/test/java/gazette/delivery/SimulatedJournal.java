package gazette.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal of one simulated process, whole or broken on purpose. What became durable by a turn is told to the truth. */
final class SimulatedJournal implements Journal {
    private final Stage stage;
    private final SimulatedProcess process;
    private final Journal real;
    private final List<Settled> late = new ArrayList<>();

    SimulatedJournal(Stage stage, SimulatedProcess process, Journal real) {
        this.stage = stage;
        this.process = process;
        this.real = real;
    }

    /** A turn in words. */
    static String said(Optional<Settled> last, Optional<Dispatch> next) {
        String settled = last.map(s -> " " + Truth.reader(s.dispatch()) + " "
                        + s.outcome().getClass().getSimpleName())
                .orElse("");
        return "turn" + settled + next.map(d -> " → " + Truth.reader(d)).orElse("");
    }

    @Override
    public boolean turn(Optional<Settled> last, Optional<Dispatch> next) {
        Optional<Settled> settled = broken(last);
        Optional<Dispatch> recorded = is(Breakage.HANDS_OVER_WITHOUT_A_RECORD) ? Optional.empty() : next;
        boolean may = durable(settled, recorded);
        settled.filter(this::isOurs).ifPresent(this::settles);
        recorded.filter(d -> may).ifPresent(this::handsOver);
        return may || is(Breakage.IGNORES_REFUSALS) || (next.isPresent() && recorded.isEmpty());
    }

    private boolean is(Breakage breakage) {
        return stage.breakage() == breakage;
    }

    private Optional<Settled> broken(Optional<Settled> last) {
        if (is(Breakage.SETTLES_LATE)) {
            last.ifPresent(late::add);
            return late.size() > 1 ? Optional.of(late.remove(0)) : Optional.empty();
        }
        return last.filter(s -> !is(Breakage.FORGETS_THE_DEFERRED) || !(s.outcome() instanceof Outcome.Deferred))
                .map(s -> is(Breakage.DOUBTS_NOTHING) ? undoubted(s) : s);
    }

    private static Settled undoubted(Settled settled) {
        return settled.outcome() instanceof Outcome.InDoubt
                ? new Settled(settled.dispatch(), new Outcome.Deferred("not sent"))
                : settled;
    }

    /** The turn itself; what a dead epoch writes must change nothing. */
    private boolean durable(Optional<Settled> last, Optional<Dispatch> next) {
        Map<Long, DispatchState> before =
                process.isAlive() ? Map.of() : stage.truth().states();
        boolean may = real.turn(last, next);
        if (!process.isAlive() && !before.equals(stage.truth().states())) {
            stage.trace().violated("a dead epoch wrote");
        }
        return may;
    }

    /** Whether the row is this process's as far as the store knows. */
    private boolean isOurs(Settled settled) {
        boolean inGap = process.gaps().contains(Truth.reader(settled.dispatch()));
        boolean neverWas =
                !(settled.outcome() instanceof Outcome.Accepted) && !(settled.outcome() instanceof Outcome.InDoubt);
        return process.isAlive() && (inGap || neverWas);
    }

    private void settles(Settled settled) {
        stage.truth().settled(process, settled);
        process.gaps().close(Truth.reader(settled.dispatch()));
    }

    private void handsOver(Dispatch dispatch) {
        stage.truth().handedOver(process, dispatch);
        int open = process.gaps().open(Truth.reader(dispatch), stage.baton().nanos());
        if (open > stage.conditions().window()) {
            stage.trace().violated(open + " messages of one connection in the gap");
        }
    }
}
