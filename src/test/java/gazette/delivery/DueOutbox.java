package gazette.delivery;

import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.store.World;
import gazette.store.Worlds;
import gazette.subscriber.ListRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * An outbox with one edition that is due at once. It fails when a test wants it to, and says so when a worker counts a
 * message as shown to a server that was never handed over.
 */
final class DueOutbox extends ForwardingOutbox {
    private final World world;
    private final EditionId edition;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger renewals = new AtomicInteger();
    private final Set<DispatchId> handedOver = new HashSet<>();
    private volatile LongPredicate fails = call -> false;
    private volatile boolean lost;

    /** In memory, due to readers 1 and so on, whose dispatches have the same numbers. */
    DueOutbox(int readers) {
        this(
                memory(),
                world -> Worlds.filled(world, readers, InDoubtPolicy.RETRY).id());
    }

    /** The same for readers of the test's own. */
    DueOutbox(Stream<ListRow> readers) {
        this(
                memory(),
                world -> Worlds.filled(world, readers, InDoubtPolicy.RETRY).id());
    }

    private DueOutbox(World world, Function<World, EditionId> filling) {
        this(world, filling.apply(world));
    }

    /** Of a store of the test's own, which it closes. */
    DueOutbox(World world, EditionId edition) {
        super(world.outbox());
        this.world = world;
        this.edition = edition;
    }

    private static World memory() {
        return Worlds.memory(new Hurried());
    }

    /** Ahead by two milliseconds more each time it is read: whoever is deferred for one is due when next looked for. */
    private static final class Hurried extends Clock {
        private final AtomicLong read = new AtomicLong();

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plusMillis(2 * read.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }
    }

    /**
     * Which calls fail, counted from 0. Of turns every other one fails after it was written, as a commit does whose
     * answer is lost.
     */
    void failing(LongPredicate which) {
        fails = which;
    }

    /** How many calls there were. */
    long calls() {
        return calls.get();
    }

    /** The epoch is presumed dead. */
    void lose() {
        lost = true;
    }

    /** How many dispatches are in each state that there is. */
    Map<DispatchState, Long> states() {
        Map<DispatchState, Long> states = new EnumMap<>(tally(edition).states());
        states.values().removeIf(count -> count == 0);
        return states;
    }

    long count(DispatchState state) {
        return tally(edition).in(state);
    }

    int renewals() {
        return renewals.get();
    }

    /** How many attempts there were in vain. */
    int setbacks() {
        AtomicInteger setbacks = new AtomicInteger();
        each(edition, EnumSet.allOf(DispatchState.class), row -> setbacks.addAndGet(vain(row)));
        return setbacks.get();
    }

    private static int vain(DispatchRow row) {
        return row.state() == DispatchState.ACCEPTED ? row.attempts() - 1 : row.attempts();
    }

    World world() {
        return world;
    }

    EditionId edition() {
        return edition;
    }

    private void check(long call) {
        if (fails.test(call)) {
            throw new IllegalStateException("the store is away");
        }
    }

    @Override
    public List<Dispatch> claim(Epoch epoch, int most, Gate gate) {
        check(calls.getAndIncrement());
        return lost ? List.of() : super.claim(epoch, most, gate);
    }

    @Override
    public void release(Epoch epoch, List<Dispatch> unused) {
        check(calls.getAndIncrement());
        super.release(epoch, unused);
    }

    @Override
    public boolean renew(Epoch epoch, Duration lease) {
        check(calls.getAndIncrement());
        renewals.incrementAndGet();
        return !lost && super.renew(epoch, lease);
    }

    @Override
    public int takeBack() {
        check(calls.getAndIncrement());
        return super.takeBack();
    }

    @Override
    public Journal journal(Epoch epoch, RetryPolicy policy) {
        Journal journal = super.journal(epoch, policy);
        return (last, next) -> {
            long call = calls.getAndIncrement();
            boolean isTooLate = call % 2 == 0;
            if (!isTooLate) {
                check(call);
            }
            last.ifPresent(this::wasHandedOver);
            boolean may = !lost && journal.turn(last, next);
            next.filter(d -> may).ifPresent(this::isHandedOver);
            if (isTooLate) {
                check(call);
            }
            return may;
        };
    }

    private void isHandedOver(Dispatch dispatch) {
        synchronized (handedOver) {
            handedOver.add(dispatch.id());
        }
    }

    private void wasHandedOver(Settled settled) {
        boolean isShown = settled.outcome() instanceof Outcome.Accepted || settled.outcome() instanceof Outcome.InDoubt;
        synchronized (handedOver) {
            if (isShown && !handedOver.contains(settled.dispatch().id())) {
                throw new AssertionError(settled + " was never handed over");
            }
        }
    }
}
