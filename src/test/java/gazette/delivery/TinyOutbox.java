package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.Readership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * As much of an outbox as workers need. What is deferred or in doubt is due at once. Every change checks the state it
 * changes from, and says so when a worker gets it wrong.
 */
final class TinyOutbox implements Outbox {
    private final Map<Long, Row> rows = new TreeMap<>();
    private LongPredicate fails = call -> false;
    private long calls;
    private boolean lost;
    private int renewals;

    private static final class Row {
        private Dispatch dispatch;
        private DispatchState state = DispatchState.PENDING;
        private int times;
        private long notBefore = System.nanoTime();

        private Row(Dispatch dispatch) {
            this.dispatch = dispatch;
        }
    }

    TinyOutbox(int readers) {
        this(readers, Sample::dispatch);
    }

    TinyOutbox(int readers, LongFunction<Dispatch> dispatch) {
        LongStream.rangeClosed(1, readers).forEach(id -> rows.put(id, new Row(dispatch.apply(id))));
    }

    /**
     * Which calls fail, counted from 0. Of those that write an outcome every other one fails after it was written, as a
     * commit does whose answer is lost.
     */
    synchronized void failing(LongPredicate calls) {
        fails = calls;
    }

    /** The epoch is presumed dead. */
    synchronized void lose() {
        lost = true;
    }

    synchronized Map<DispatchState, Long> states() {
        Map<DispatchState, Long> states = new EnumMap<>(DispatchState.class);
        rows.values().forEach(row -> states.merge(row.state, 1L, Long::sum));
        return states;
    }

    synchronized long count(DispatchState state) {
        return rows.values().stream().filter(row -> row.state == state).count();
    }

    synchronized int renewals() {
        return renewals;
    }

    /** How often a dispatch was in doubt or deferred, in all. */
    synchronized int setbacks() {
        return rows.values().stream().mapToInt(row -> row.times).sum();
    }

    private void check() {
        if (fails.test(calls++)) {
            throw new IllegalStateException("the store is away");
        }
    }

    @Override
    public synchronized List<Dispatch> claim(Epoch epoch, int most, Gate gate) {
        check();
        List<Dispatch> claims = new ArrayList<>();
        for (Row row : rows.values()) {
            boolean due = row.state == DispatchState.PENDING
                    || row.state == DispatchState.DEFERRED
                    || row.state == DispatchState.IN_DOUBT;
            if (due && claims.size() < most && !lost && passes(row, gate)) {
                Dispatch d = row.dispatch;
                row.dispatch = new Dispatch(d.id(), d.edition(), d.subscriber(), row.times + 1, d.inDoubt());
                row.state = DispatchState.CLAIMED;
                claims.add(row.dispatch);
            }
        }
        return claims;
    }

    private static boolean passes(Row row, Gate gate) {
        if (row.notBefore - System.nanoTime() > 0) {
            return false;
        }
        Optional<Duration> objection =
                gate.objection(row.dispatch.subscriber().address().domain());
        objection.ifPresent(wait -> row.notBefore = System.nanoTime() + wait.toNanos());
        return objection.isEmpty();
    }

    @Override
    public synchronized void release(Epoch epoch, List<Dispatch> unused) {
        check();
        unused.forEach(d -> move(d, DispatchState.PENDING, DispatchState.CLAIMED));
    }

    @Override
    public Journal journal(Epoch epoch, RetryPolicy policy) {
        return (last, next) -> turn(last, next, policy);
    }

    private synchronized boolean turn(Optional<Settled> last, Optional<Dispatch> next, RetryPolicy policy) {
        boolean tooLate = calls % 2 == 0;
        if (!tooLate) {
            check();
        }
        last.filter(s -> row(s.dispatch()).dispatch.attempt() == s.dispatch().attempt())
                .ifPresent(s -> settle(s, policy));
        next.filter(d -> !lost).ifPresent(d -> move(d, DispatchState.HANDING_OVER, DispatchState.CLAIMED));
        if (tooLate) {
            check();
        }
        return !lost;
    }

    private void settle(Settled settled, RetryPolicy policy) {
        DispatchState to = settled.outcome().next(settled.dispatch(), policy);
        Row row = row(settled.dispatch());
        if (row.state == to) {
            return;
        }
        row.times += to == DispatchState.DEFERRED || to == DispatchState.IN_DOUBT ? 1 : 0;
        boolean shown = settled.outcome() instanceof Outcome.Accepted || settled.outcome() instanceof Outcome.InDoubt;
        if (shown) {
            move(settled.dispatch(), to, DispatchState.HANDING_OVER);
        } else {
            move(settled.dispatch(), to, DispatchState.HANDING_OVER, DispatchState.CLAIMED);
        }
    }

    private void move(Dispatch dispatch, DispatchState to, DispatchState... from) {
        Row row = row(dispatch);
        if (!List.of(from).contains(row.state)) {
            throw new AssertionError(dispatch.id() + " is " + row.state + ", and should become " + to);
        }
        row.state = to;
    }

    private Row row(Dispatch dispatch) {
        return java.util.Objects.requireNonNull(rows.get(dispatch.id().value()));
    }

    @Override
    public synchronized boolean renew(Epoch epoch, Duration lease) {
        check();
        renewals++;
        return !lost;
    }

    @Override
    public synchronized int takeBack() {
        check();
        return 0;
    }

    @Override
    public Readership readership(String newsletter, String cadence) {
        return Readership.NOBODY;
    }

    @Override
    public Audience fill(Edition edition, Duration cooldown, InDoubtPolicy inDoubt, Optional<Integer> firstWave) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Epoch enlist(Duration lease) {
        return new Epoch(1);
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
    public List<DomainCount> audience(String newsletter, String cadence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasAudience(String newsletter, String cadence) {
        throw new UnsupportedOperationException();
    }
}
