package gazette.delivery;

import gazette.delivery.Simulation.Node;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.Readership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The outbox as one simulated process sees it: others go on before and after each call, the process may die there, and
 * a call may fail before it is durable, or when it is. Every change is told to the truth.
 */
final class SimulatedOutbox implements Outbox {
    private final Simulation simulation;
    private final Node process;
    private final Outbox real;
    private final int window;
    private final Fault fault;
    private final List<Settled> late = new ArrayList<>();

    /** What is broken on purpose, so that the simulation is seen to find it. */
    enum Fault {
        NONE,
        /** Content goes without a hand-over in the journal. */
        HANDS_OVER_WITHOUT_A_RECORD,
        /** An outcome is committed one turn too late. */
        SETTLES_LATE,
        /** What is in doubt counts as not sent. */
        DOUBTS_NOTHING,
        /** The journal says no, and it goes on. */
        IGNORES_REFUSALS,
        /** The claims of dead processes stay theirs. */
        TAKES_NOTHING_BACK,
        /** A deferred dispatch is forgotten. */
        FORGETS_THE_DEFERRED,
        /** Another try, other octets. */
        CHANGES_THE_OCTETS
    }

    SimulatedOutbox(Simulation simulation, Node process, Outbox real, int window, Fault fault) {
        this.simulation = simulation;
        this.process = process;
        this.real = real;
        this.window = window;
        this.fault = fault;
    }

    private <T> T call(String what, Supplier<T> durable) {
        simulation.step(process, what);
        simulation.storeMayFail(process);
        T result = durable.get();
        simulation.truth().balances();
        simulation.storeMayFail(process);
        simulation.step(process, what + " done");
        return result;
    }

    private boolean did(String what, BooleanSupplier durable) {
        return call(what, durable::getAsBoolean);
    }

    @Override
    public List<Dispatch> claim(Epoch epoch, int most, Gate gate) {
        return call("claim", () -> {
            List<Dispatch> claimed = real.claim(epoch, most, gate);
            claimed.forEach(dispatch -> simulation.truth().claimed(process, dispatch));
            simulation.note(process, "claimed " + claimed.size());
            return claimed;
        });
    }

    @Override
    public void release(Epoch epoch, List<Dispatch> unused) {
        did("release", () -> {
            real.release(epoch, unused);
            return true;
        });
    }

    @Override
    public boolean renew(Epoch epoch, Duration lease) {
        return did("renew", () -> {
            boolean lives = real.renew(epoch, lease);
            process.renewed(lives, lease);
            return lives;
        });
    }

    @Override
    public int takeBack() {
        return call("take back", () -> {
            if (fault == Fault.TAKES_NOTHING_BACK) {
                return 0;
            }
            return simulation.takingBackTheOverdue(real::takeBack);
        });
    }

    @Override
    public Journal journal(Epoch epoch, RetryPolicy policy) {
        Journal journal = real.journal(epoch, policy);
        return (last, next) -> did(
                "turn" + said(last) + next.map(d -> " → " + Truth.reader(d)).orElse(""),
                () -> turn(journal, broken(last), next));
    }

    private static String said(Optional<Settled> last) {
        return last.map(s -> " " + Truth.reader(s.dispatch()) + " "
                        + s.outcome().getClass().getSimpleName())
                .orElse("");
    }

    private Optional<Settled> broken(Optional<Settled> last) {
        Optional<Settled> settled = last.map(s -> {
            boolean inDoubt = s.outcome() instanceof Outcome.InDoubt;
            return inDoubt && fault == Fault.DOUBTS_NOTHING
                    ? new Settled(s.dispatch(), new Outcome.Deferred("not sent"))
                    : s;
        });
        if (fault != Fault.SETTLES_LATE) {
            return settled;
        }
        settled.ifPresent(late::add);
        return late.size() > 1 ? Optional.of(late.remove(0)) : Optional.empty();
    }

    private boolean turn(Journal journal, Optional<Settled> last, Optional<Dispatch> next) {
        Map<Long, DispatchState> before =
                process.isAlive() ? Map.of() : simulation.truth().states();
        Optional<Dispatch> recorded = fault == Fault.HANDS_OVER_WITHOUT_A_RECORD ? Optional.empty() : next;
        Optional<Settled> kept =
                last.filter(s -> fault != Fault.FORGETS_THE_DEFERRED || !(s.outcome() instanceof Outcome.Deferred));
        boolean may = journal.turn(kept, recorded);
        if (!process.isAlive() && !before.equals(simulation.truth().states())) {
            simulation.violated("a dead epoch wrote");
        }
        kept.filter(process::isOurs).ifPresent(settled -> {
            simulation.truth().settled(process, settled);
            process.settles(settled.dispatch());
        });
        recorded.filter(d -> may).ifPresent(dispatch -> {
            simulation.truth().handedOver(process, dispatch);
            process.handsOver(dispatch, window);
        });
        return may || fault == Fault.IGNORES_REFUSALS || (next.isPresent() && recorded.isEmpty());
    }

    @Override
    public Epoch enlist(Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void leave(Epoch epoch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int takeBackAllBut(Epoch mine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Audience fill(Edition edition, Duration cooldown, InDoubtPolicy inDoubt, Optional<Integer> firstWave) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Readership readership(String newsletter, String cadence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasAudience(String newsletter, String cadence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean cancel(EditionId edition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long putBack(EditionId edition, DispatchState state, Optional<AnswerCode> code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long heldBack(EditionId edition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tally tally(EditionId edition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> nextDue(EditionId edition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Trouble> troubles(EditionId edition, DispatchState state, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Answers.Count> answers(EditionId edition, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DomainTally> domains(EditionId edition, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void each(EditionId edition, Set<DispatchState> states, Consumer<DispatchRow> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DomainCount> audience(String newsletter, String cadence) {
        throw new UnsupportedOperationException();
    }
}
