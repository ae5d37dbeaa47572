package gazette.delivery;

import gazette.delivery.SimulatedOutbox.Fault;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.mail.EmailAddress;
import gazette.store.World;
import gazette.store.Worlds;
import gazette.store.memory.MemoryPaceBook;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * One life of one edition, in which everything that chance can decide is decided by a seed: how many processes and
 * connections there are, what the servers offer, who goes first at each call of a line or the store, what fails, and when
 * readers leave, editions rest and processes end. The code that delivers is the real one; the same seed gives the same
 * run.
 */
final class Simulation {
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration ENOUGH = Duration.ofMinutes(15);
    private static final int TRACED = 150;

    /**
     * What a run came to.
     *
     * @param violation of a promise, if there was one
     * @param trace the last things that happened
     * @param digest of all that happened
     */
    record Run(long seed, Optional<String> violation, List<String> trace, long digest, long steps, Truth truth) {
        /** For a person who wants to repeat it. */
        String report() {
            return "seed " + seed + " (repeat it with -Dseed=" + seed + "): " + violation.orElse("no violation") + "\n"
                    + String.join("\n", trace);
        }
    }

    private final Random chance;
    private final Fault fault;
    private final Letters letters;
    private final Baton baton;
    private final World world;
    private final EditionId edition;
    private final Truth truth;
    private final int readers;
    private final int most;
    private final RetryPolicy policy;
    private final double deaths;
    private final double storeFaults;
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final List<Integer> windows = new ArrayList<>();
    private final MemoryPaceBook book = new MemoryPaceBook();
    private final List<Node> processes = new ArrayList<>();
    private final ArrayDeque<String> trace = new ArrayDeque<>();

    private Optional<String> violation = Optional.empty();
    private boolean calm;
    private long digest;
    private long steps;

    private Simulation(long seed, Letters letters, Function<Clock, World> opened, Fault fault) {
        this.chance = new Random(seed * 0x9E3779B97F4A7C15L);
        this.fault = fault;
        this.letters = letters;
        this.baton = new Baton(chance, 0.03 + 0.5 * chance.nextDouble(), new Outside());
        this.world = opened.apply(baton.clock());
        this.readers = 2 + chance.nextInt(10);
        this.most = 1 + chance.nextInt(2);
        this.policy = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(4), 3 + chance.nextInt(20));
        this.deaths = sometimes(0.006);
        this.storeFaults = sometimes(0.05);
        InDoubtPolicy inDoubt = chance.nextInt(6) == 0 ? InDoubtPolicy.HOLD : InDoubtPolicy.RETRY;
        this.edition = Worlds.filled(world, readers, inDoubt).id();
        this.truth = new Truth(this, world, edition, readers);
        for (int server = chance.nextInt(4) == 0 ? 2 : 1; server > 0; server--) {
            addServer();
        }
    }

    /** How often something happens, in a run in which it may: that is every other one. */
    private double sometimes(double atMost) {
        return chance.nextBoolean() ? 0 : atMost * chance.nextDouble();
    }

    private void addServer() {
        int way = chance.nextInt(3);
        List<String> offers = List.of(
                        List.<String>of(), List.of("PIPELINING"), List.of("PIPELINING", "CHUNKING", "SIZE"))
                .get(way);
        windows.add(way == 2 ? 2 + chance.nextInt(3) : 1);
        int perSession = chance.nextInt(4) == 0 ? 1 + chance.nextInt(3) : 0;
        servers.add(new SimulatedServer(this, offers, perSession, chance.nextBoolean(), sometimes(0.06)));
    }

    /** Runs {@code seed} to its end; the store is closed then. */
    static Run run(long seed, Letters letters, Function<Clock, World> opened, Fault fault) {
        Simulation simulation = new Simulation(seed, letters, opened, fault);
        try {
            simulation.run();
        } finally {
            simulation.world.close();
        }
        return new Run(
                seed,
                simulation.violation,
                List.copyOf(simulation.trace),
                simulation.digest,
                simulation.steps,
                simulation.truth);
    }

    private void run() {
        start();
        if (chance.nextBoolean()) {
            start();
        }
        for (int event = chance.nextInt(12); event > 0 && violation.isEmpty(); event--) {
            baton.pass(Duration.ofMillis(chance.nextInt(chance.nextBoolean() ? 40 : 4000)));
            tidy();
            happen();
        }
        calm = true;
        resume();
        long begun = nanos();
        while (violation.isEmpty() && !truth.isAllSettled()) {
            goOn(begun);
        }
        processes.forEach(Node::stop);
        while (violation.isEmpty() && processes.stream().anyMatch(Node::works)) {
            baton.pass(Duration.ofMillis(100));
        }
        tidy();
        processes.forEach(process -> process.kill("at the end"));
        while (!baton.isAlone()) {
            baton.pass(Duration.ofMillis(1));
        }
        if (violation.isEmpty()) {
            truth.everybodyIsAccountedFor();
        }
    }

    /** Nothing fails any more; a claim whose commit was durable and never answered waits for the end of its process. */
    private void goOn(long begun) {
        baton.pass(Duration.ofSeconds(1));
        tidy();
        Duration lasts = Duration.ofNanos(nanos() - begun);
        if (lasts.compareTo(ENOUGH.multipliedBy(4)) > 0) {
            violated("somebody waits for ever: " + truth.states());
        } else if (lasts.compareTo(ENOUGH) > 0) {
            processes.forEach(Node::stop);
        }
        if (processes.stream().noneMatch(Node::works)) {
            start();
        }
    }

    private void happen() {
        switch (chance.nextInt(10)) {
            case 0, 1 -> leave(1L + chance.nextInt(readers));
            case 2 -> pause();
            case 3 -> resume();
            case 4 -> living().ifPresent(process -> process.kill("kill -9"));
            case 5 -> living().ifPresent(Node::stop);
            case 6, 7 -> living().ifPresent(process -> process.freeze(Duration.ofMillis(chance.nextInt(12_000))));
            case 8 -> living().filter(p -> chance.nextInt(3) == 0).ifPresent(Node::drop);
            default -> {
                if (chance.nextInt(8) == 0) {
                    cancel();
                }
            }
        }
        if (chance.nextBoolean()) {
            start();
        }
    }

    private Optional<Node> living() {
        List<Node> living = processes.stream().filter(Node::works).toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(living.get(chance.nextInt(living.size())));
    }

    private void leave(long reader) {
        EmailAddress address = EmailAddress.of("reader-" + reader + "@example.org");
        world.subscribers().remove(Worlds.NEWSLETTER, address);
        truth.left(reader);
        note("reader " + reader + " leaves");
    }

    private void pause() {
        if (world.editions().pause(edition, "for a while")) {
            truth.paused(true);
            note("pause");
        }
    }

    private void resume() {
        if (truth.isPaused() && world.editions().resume(edition)) {
            note("resume");
        }
        truth.paused(false);
        processes.forEach(process -> process.delivery.ring());
    }

    private void cancel() {
        world.outbox().cancel(edition);
        truth.cancelled();
        truth.balances();
        note("cancel");
    }

    /** A process more, if there may be one; where there is one at most, it knows that the others are gone. */
    private void start() {
        if (processes.stream().filter(Node::works).count() >= most) {
            return;
        }
        Node process = new Node(world.outbox().enlist(LEASE));
        note(process, "starts");
        if (most == 1 && fault != Fault.TAKES_NOTHING_BACK) {
            takingBack(() -> world.outbox().takeBackAllBut(process.epoch));
            processes.forEach(Node::isPresumedDead);
        }
        processes.add(process);
        process.start();
    }

    /** Processes whose workers have ended give up their epoch. */
    private void tidy() {
        processes.stream().filter(Node::hasEnded).forEach(Node::leave);
    }

    // What the parts ask for.

    Truth truth() {
        return truth;
    }

    long nanos() {
        return baton.nanos();
    }

    boolean happens(double often) {
        return !calm && chance.nextDouble() < often;
    }

    /** From 0 to {@code atMost}. */
    int upTo(int atMost) {
        return chance.nextInt(atMost + 1);
    }

    /** A point at which others may go on, or the process may end. */
    void step(Node process, String what) {
        steps++;
        note(process, what);
        process.check();
        if (happens(deaths)) {
            process.kill("dies");
        }
        baton.pass(upTo(3_000_000));
        process.check();
    }

    void sleep(Node process, Duration time) {
        baton.pass(time);
        process.check();
    }

    void storeMayFail(Node process) {
        if (happens(storeFaults)) {
            note(process, "the store fails");
            throw new IllegalStateException("the store is away");
        }
    }

    /** Takes back, and tells the truth of whom it puts in doubt. */
    int takingBack(IntSupplier takeBack) {
        Map<Long, DispatchState> before = truth.states();
        int count = takeBack.getAsInt();
        truth.states().forEach((reader, state) -> {
            if (before.get(reader) == DispatchState.HANDING_OVER && state != DispatchState.HANDING_OVER) {
                truth.isDoubted(reader);
            }
        });
        return count;
    }

    /** Those whose lease has run out were taken back. */
    int takingBackTheOverdue(IntSupplier takeBack) {
        List<Node> overdue = processes.stream().filter(Node::isOverdue).toList();
        int count = takingBack(takeBack);
        overdue.forEach(Node::isPresumedDead);
        return count;
    }

    void violated(String promise) {
        note("VIOLATED: " + promise);
        if (violation.isEmpty()) {
            violation = Optional.of(promise);
        }
        processes.forEach(process -> process.over = true);
    }

    void note(Node process, String what) {
        note(process.epoch.value() + " " + Thread.currentThread().getName() + ": " + what);
    }

    void note(String what) {
        if (violation.isPresent()) {
            return;
        }
        String line = nanos() / 1000 + " " + what;
        digest = 31 * digest + line.hashCode();
        trace.addLast(line);
        if (trace.size() > TRACED) {
            trace.removeFirst();
        }
    }

    /** The scenario itself, which nobody kills. */
    private static final class Outside implements Baton.Life {
        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public long frozenUntil() {
            return 0;
        }

        @Override
        public long rings() {
            return 0;
        }
    }

    /** One process: an epoch, its workers, and what it has claimed and handed over as far as the store knows. */
    final class Node implements Baton.Life {
        private final Epoch epoch;
        private final Delivery delivery;
        private final SimulatedOutbox outbox;
        private final Map<Long, Long> handedOverAt = new HashMap<>();
        private final Map<Thread, Set<Long>> gaps = new HashMap<>();
        private int workers;
        private boolean over;
        private boolean alive = true;
        private boolean left;
        private boolean wasDisturbed;
        private long frozenFrom = -1;
        private long frozenUntil;
        private long leaseUntil = nanos() + LEASE.toNanos();

        Node(Epoch epoch) {
            this.epoch = epoch;
            int window = windows.stream().mapToInt(w -> w).max().orElseThrow();
            this.outbox = new SimulatedOutbox(Simulation.this, this, world.outbox(), window, fault);
            List<Carrier> carriers = new ArrayList<>();
            for (int server = 0; server < servers.size(); server++) {
                carriers.add(carrier(server));
            }
            this.delivery = new Delivery(
                    outbox,
                    epoch,
                    carriers,
                    outbox.journal(epoch, policy),
                    new Delivery.Manner(policy, StopAndAsk.Limit.NONE, (id, why) -> false),
                    new Watch(),
                    Delivery.Until.STOPPED,
                    baton.time(),
                    Duration.ofMillis(50));
        }

        private Carrier carrier(int server) {
            SmtpAccount account = Deliveries.account("account-" + server, 25, 1 + chance.nextInt(3), 1, Rates.NONE);
            SmtpServer.Sessions sessions =
                    new SmtpServer.Sessions(windows.get(server), chance.nextInt(3) == 0 ? 2 : 0, Duration.ofMinutes(5));
            Letters slow = dispatch -> {
                step(this, "letter " + Truth.reader(dispatch));
                storeMayFail(this);
                return fault == Fault.CHANGES_THE_OCTETS
                        ? Sample.letter(dispatch, 2000 * dispatch.attempt())
                        : letters.of(dispatch);
            };
            Courier courier = new SmtpCourier(
                    sessions,
                    slow,
                    servers.get(server).lines(this),
                    baton.time().nanos());
            return new Carrier(account, courier, Breaker.standard(baton.time()), book, baton.time());
        }

        private void start() {
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
            baton.start(name, this, () -> {
                try {
                    task.run();
                } catch (Baton.Died killed) {
                    over = true;
                } catch (RuntimeException | Error unforeseen) {
                    violated(name + " failed: " + unforeseen + " at "
                            + unforeseen.getStackTrace()[0]);
                }
            });
        }

        @Override
        public boolean isOver() {
            return over;
        }

        @Override
        public long frozenUntil() {
            return frozenUntil;
        }

        @Override
        public long rings() {
            return delivery.rings() + (delivery.isStopped() ? 1L << 40 : 0);
        }

        void check() {
            if (over) {
                throw new Baton.Died();
            }
        }

        void kill(String how) {
            if (!over) {
                note(this, how);
                over = true;
                servers.forEach(server -> server.hangUp(this));
            }
        }

        void stop() {
            if (!over) {
                note(this, "stop");
                delivery.stop();
            }
        }

        void drop() {
            note(this, "drop");
            wasDisturbed = true;
            delivery.drop();
        }

        void freeze(Duration time) {
            note(this, "is frozen for " + time.toMillis() + " ms");
            wasDisturbed = true;
            frozenFrom = nanos();
            frozenUntil = frozenFrom + time.toNanos();
        }

        /** Whether it runs, or ends only now. */
        boolean works() {
            return !over && !(delivery.isStopped() && workers == 0);
        }

        boolean hasEnded() {
            return !over && !left && delivery.isStopped() && workers == 0;
        }

        void leave() {
            note(this, "leaves");
            boolean calledOff = alive && !wasDisturbed && storeFaults == 0;
            boolean inDoubt = calledOff && gaps.values().stream().anyMatch(gap -> !gap.isEmpty());
            takingBack(() -> {
                world.outbox().leave(epoch);
                return 0;
            });
            left = true;
            over = true;
            alive = false;
            truth.balances();
            if (inDoubt) {
                violated("a stop left somebody in doubt");
            }
        }

        void renewed(boolean lives, Duration lease) {
            alive &= lives;
            leaseUntil = nanos() + lease.toNanos();
        }

        boolean isOverdue() {
            return leaseUntil <= nanos();
        }

        void isPresumedDead() {
            alive = false;
        }

        /** Whether the store takes what it writes. */
        boolean isAlive() {
            return alive;
        }

        /** Whether the row is this process's as far as the store knows. */
        boolean isOurs(Settled settled) {
            boolean inGap = handedOver(Truth.reader(settled.dispatch()));
            boolean neverWas =
                    !(settled.outcome() instanceof Outcome.Accepted) && !(settled.outcome() instanceof Outcome.InDoubt);
            return alive && (inGap || neverWas);
        }

        boolean handedOver(long reader) {
            return gaps.values().stream().anyMatch(gap -> gap.contains(reader));
        }

        /** Whether it stood still between a hand-over and now. */
        boolean isLate(long reader) {
            return handedOverAt.getOrDefault(reader, Long.MAX_VALUE) <= frozenFrom;
        }

        void handsOver(Dispatch dispatch, int window) {
            Set<Long> gap = gaps.computeIfAbsent(Thread.currentThread(), thread -> new HashSet<>());
            gap.add(Truth.reader(dispatch));
            handedOverAt.put(Truth.reader(dispatch), nanos());
            if (gap.size() > window) {
                violated(gap.size() + " messages of one connection in the gap");
            }
        }

        void settles(Dispatch dispatch) {
            gaps.values().forEach(gap -> gap.remove(Truth.reader(dispatch)));
        }
    }
}
