package gazette.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The outbox as one simulated process sees it: others go on before and after each call, the process may die there, and
 * a call may fail before it is durable, or when it is. Every change is told to the truth.
 */
final class SimulatedOutbox extends ForwardingOutbox {
    private final Stage stage;
    private final SimulatedProcess process;
    private final IntSupplier takeBack;

    /** @param takeBack what taking back does */
    SimulatedOutbox(Stage stage, SimulatedProcess process, IntSupplier takeBack) {
        super(stage.world().outbox());
        this.stage = stage;
        this.process = process;
        this.takeBack = takeBack;
    }

    private <T> T call(String what, Supplier<T> durable) {
        process.step(what);
        process.storeMayFail();
        T result = durable.get();
        stage.truth().balances();
        process.storeMayFail();
        process.step(what + " done");
        return result;
    }

    private boolean did(String what, BooleanSupplier durable) {
        return call(what, durable::getAsBoolean);
    }

    @Override
    public List<Dispatch> claim(Epoch epoch, int most, Gate gate) {
        return call("claim", () -> {
            List<Dispatch> claimed = super.claim(epoch, most, gate);
            claimed.forEach(dispatch -> stage.truth().claimed(process, dispatch));
            process.note("claimed " + claimed.size());
            return claimed;
        });
    }

    @Override
    public void release(Epoch epoch, List<Dispatch> unused) {
        did("release", () -> {
            super.release(epoch, unused);
            return true;
        });
    }

    @Override
    public boolean renew(Epoch epoch, Duration lease) {
        return did("renew", () -> {
            boolean lives = super.renew(epoch, lease);
            process.renewed(lives, lease);
            return lives;
        });
    }

    @Override
    public int takeBack() {
        boolean broken = stage.breakage() == Breakage.TAKES_NOTHING_BACK;
        return call("take back", () -> broken ? 0 : takeBack.getAsInt());
    }

    @Override
    public Journal journal(Epoch epoch, RetryPolicy policy) {
        Journal journal = new SimulatedJournal(stage, process, super.journal(epoch, policy));
        return (last, next) -> did(SimulatedJournal.said(last, next), () -> journal.turn(last, next));
    }
}
