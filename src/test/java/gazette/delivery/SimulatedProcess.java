package gazette.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/** One process: an epoch and its workers, with its steps, its end, and what the store thinks of it. */
final class SimulatedProcess implements Baton.Life {
    static final Duration LEASE = Duration.ofSeconds(3);

    private static final long STOPPED = 1L << 40;

    private final Stage stage;
    private final List<SimulatedServer> servers;
    private final Epoch epoch;
    private final SimulatedOutbox outbox;
    private final Delivery delivery;
    private final Gaps gaps = new Gaps();
    private int workers;
    private long steps;
    private boolean over;
    private boolean alive = true;
    private boolean left;
    private boolean wasDisturbed;
    private long frozenFrom = -1;
    private long frozenUntil;
    private long leaseUntil;

    /** @param takeBack what is done when it takes back from those whose lease has run out */
    SimulatedProcess(Stage stage, List<SimulatedServer> servers, Epoch epoch, IntSupplier takeBack) {
        this.stage = stage;
        this.servers = servers;
        this.epoch = epoch;
        this.leaseUntil = stage.baton().nanos() + LEASE.toNanos();
        this.outbox = new SimulatedOutbox(stage, this, takeBack);
        RetryPolicy policy = stage.conditions().policy();
        this.delivery = new Delivery(
                outbox,
                epoch,
                servers.stream().map(server -> server.carrier(this)).toList(),
                outbox.journal(epoch, policy),
                new Delivery.Manner(policy, StopAndAsk.Limit.NONE, (id, why) -> false),
                new Watch(),
                Delivery.Until.STOPPED,
                stage.baton().time(),
                Duration.ofMillis(50));
    }

    Epoch epoch() {
        return epoch;
    }

    Gaps gaps() {
        return gaps;
    }

    long steps() {
        return steps;
    }

    void start() {
        for (DeliveryWorker worker : delivery.workers()) {
            workers++;
            begin("worker-" + workers, () -> {
                worker.run();
                workers--;
            });
        }
        begin("lease", new LeaseKeeper(outbox, epoch, LEASE, delivery, new Watch()));
    }

    private void begin(String name, Runnable task) {
        stage.baton().start(name, this, () -> {
            try {
                task.run();
            } catch (Baton.Died killed) {
                over = true;
            } catch (RuntimeException | Error unforeseen) {
                stage.trace()
                        .violated(name + " failed: " + unforeseen + " at "
                                + unforeseen.getStackTrace()[0]);
            }
        });
    }

    // What its threads do.

    /** A point at which others may go on, or the process may end. */
    void step(String what) {
        steps++;
        note(what);
        check();
        if (stage.chance().happens(stage.conditions().deaths())) {
            kill("dies");
        }
        stage.baton().pass(stage.chance().upTo(3_000_000));
        check();
    }

    void sleep(Duration time) {
        stage.baton().pass(time);
        check();
    }

    void storeMayFail() {
        if (stage.chance().happens(stage.conditions().storeFaults())) {
            note("the store fails");
            throw new IllegalStateException("the store is away");
        }
    }

    private void check() {
        if (isOver()) {
            throw new Baton.Died();
        }
    }

    void note(String what) {
        stage.trace().note(epoch.value() + " " + Thread.currentThread().getName() + ": " + what);
    }

    // What others do to it.

    void kill(String how) {
        if (!isOver()) {
            note(how);
            over = true;
            servers.forEach(server -> server.hangUp(this));
        }
    }

    void stop() {
        if (!isOver()) {
            note("stop");
            delivery.stop();
        }
    }

    /** All its connections are closed. */
    void drop() {
        note("drop");
        wasDisturbed = true;
        delivery.drop();
    }

    void ring() {
        delivery.ring();
    }

    void freeze(Duration time) {
        note("is frozen for " + time.toMillis() + " ms");
        wasDisturbed = true;
        frozenFrom = stage.baton().nanos();
        frozenUntil = frozenFrom + time.toNanos();
    }

    /** Its workers have ended, and it gives its epoch up. */
    void leave() {
        note("leaves");
        boolean inPeace = alive && !wasDisturbed && stage.conditions().storeFaults() == 0;
        boolean inDoubt = !gaps.isEmpty();
        stage.truth().takingBack(() -> {
            stage.world().outbox().leave(epoch);
            return 0;
        });
        left = true;
        over = true;
        alive = false;
        stage.truth().balances();
        if (inPeace && inDoubt) {
            stage.trace().violated("a stop left somebody in doubt");
        }
    }

    void renewed(boolean lives, Duration lease) {
        alive &= lives;
        leaseUntil = stage.baton().nanos() + lease.toNanos();
    }

    void isPresumedDead() {
        alive = false;
    }

    // What it is.

    @Override
    public boolean isOver() {
        return over || stage.trace().isOver();
    }

    @Override
    public long frozenUntil() {
        return frozenUntil;
    }

    @Override
    public long rings() {
        return delivery.shift().rings() + (delivery.isStopped() ? STOPPED : 0);
    }

    /** Whether it runs, or ends only now. */
    boolean works() {
        return !isOver() && !hasNoWork();
    }

    boolean hasEnded() {
        return !isOver() && !left && hasNoWork();
    }

    private boolean hasNoWork() {
        return delivery.isStopped() && workers == 0;
    }

    boolean isOverdue() {
        return leaseUntil <= stage.baton().nanos();
    }

    /** Whether the store takes what it writes. */
    boolean isAlive() {
        return alive;
    }

    /** Whether it stood still between a hand-over and now. */
    boolean isLate(long reader) {
        return gaps.wereOpenFor(reader, frozenFrom);
    }
}
