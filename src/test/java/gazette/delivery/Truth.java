package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * What has really happened in a simulation, whatever the code believes: what servers took, when readers left, what is
 * durable. Each promise is checked here at the moment when it could be broken.
 */
final class Truth {
    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

    private final Trace trace;
    private final LongSupplier nanos;
    private final Outbox outbox;
    private final EditionId edition;
    private final int readers;

    private final Map<Long, List<String>> taken = new HashMap<>();
    private final Map<Long, Integer> cuts = new HashMap<>();
    private final Map<Long, Integer> doubts = new HashMap<>();
    private final Map<Long, Long> leftAt = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();
    private boolean paused;
    private boolean cancelled;

    /** @param outbox the real one, whoever looks at it through another */
    Truth(Trace trace, LongSupplier nanos, Outbox outbox, EditionId edition, int readers) {
        this.trace = trace;
        this.nanos = nanos;
        this.outbox = outbox;
        this.edition = edition;
        this.readers = readers;
    }

    /** The number in the address, which is the same in every store. */
    static long reader(Dispatch dispatch) {
        return reader(dispatch.subscriber().address().toString());
    }

    private static long reader(String address) {
        return Long.parseLong(address.substring(7, address.indexOf('@')));
    }

    // What servers know.

    void isTaken(long reader, String octets) {
        List<String> copies = taken.computeIfAbsent(reader, r -> new ArrayList<>());
        copies.add(octets);
        trace.note("reader " + reader + " is taken, copy " + copies.size());
        check(octets.equals(copies.get(0)), "the copies for reader " + reader + " differ");
        check(octets.contains("reader-" + reader + "@example.org"), "reader " + reader + " got another one's message");
        int allowed = 1 + cuts.getOrDefault(reader, 0);
        check(
                copies.size() <= allowed,
                "reader " + reader + " has " + copies.size() + " copies, and the gap was cut " + (allowed - 1)
                        + " times");
        check(
                copies.size() <= 1 + doubts.getOrDefault(reader, 0),
                "a copy for reader " + reader + " that nobody was told of");
    }

    /** A message was taken, and its sender will never hear of it. */
    void isCut(long reader) {
        trace.note("the gap of reader " + reader + " is cut");
        cuts.merge(reader, 1, Integer::sum);
    }

    void isRefused(long reader) {
        refused.add(reader);
    }

    void beginsContent(SimulatedProcess process, long reader) {
        boolean wasFrozen = process.isLate(reader);
        check(process.gaps().contains(reader) || wasFrozen, "content for reader " + reader + " without a hand-over");
        boolean leftLongAgo = nanos.getAsLong() - leftAt.getOrDefault(reader, Long.MAX_VALUE - A_SECOND) > A_SECOND;
        check(!leftLongAgo || wasFrozen, "content for reader " + reader + " more than a second after they left");
    }

    // What is durable.

    void left(long reader) {
        leftAt.putIfAbsent(reader, nanos.getAsLong());
    }

    void paused(boolean now) {
        paused = now;
    }

    boolean isPaused() {
        return paused;
    }

    void cancelled() {
        cancelled = true;
    }

    /** A dispatch became claimed. */
    void claimed(SimulatedProcess process, Dispatch dispatch) {
        check(process.isAlive(), "a dead epoch claimed");
        check(!paused && !cancelled, "a claim of an edition that rests");
        check(!leftAt.containsKey(reader(dispatch)), "a claim of a reader who left");
    }

    /** A dispatch became handed over. */
    void handedOver(SimulatedProcess process, Dispatch dispatch) {
        long reader = reader(dispatch);
        check(process.isAlive(), "a dead epoch handed over");
        check(!paused && !cancelled, "reader " + reader + " was handed over while the edition rests");
        check(!leftAt.containsKey(reader), "reader " + reader + " was handed over after they left");
    }

    /** An outcome became durable. */
    void settled(SimulatedProcess process, Settled settled) {
        long reader = reader(settled.dispatch());
        check(process.isAlive(), "a dead epoch settled");
        if (settled.outcome() instanceof Outcome.Accepted) {
            check(taken.containsKey(reader), "reader " + reader + " counts as accepted, and no server has it");
        } else if (settled.outcome() instanceof Outcome.Rejected) {
            check(refused.contains(reader), "reader " + reader + " counts as rejected, and nobody did");
        } else if (settled.outcome() instanceof Outcome.InDoubt) {
            doubts.merge(reader, 1, Integer::sum);
        }
    }

    /** Takes back; whoever was in a gap is in doubt then. How many claims came back. */
    int takingBack(IntSupplier takeBack) {
        Map<Long, DispatchState> before = states();
        int count = takeBack.getAsInt();
        states().forEach((reader, state) -> {
            if (before.get(reader) == DispatchState.HANDING_OVER && state != DispatchState.HANDING_OVER) {
                isDoubted(reader);
            }
        });
        return count;
    }

    /** A hand-over was taken back: its process is gone, or seemed to be. */
    private void isDoubted(long reader) {
        trace.note("reader " + reader + " is in doubt");
        doubts.merge(reader, 1, Integer::sum);
        isCut(reader);
    }

    /** The equation, after every commit. */
    void balances() {
        Tally tally = outbox.tally(edition);
        check(tally.balances() && tally.audience() == readers, "nobody knows what became of some: " + tally);
    }

    /** State by reader. */
    Map<Long, DispatchState> states() {
        Map<Long, DispatchState> states = new HashMap<>();
        outbox.each(edition, EnumSet.allOf(DispatchState.class), row -> states.put(reader(row.address()), row.state()));
        return states;
    }

    boolean isAllSettled() {
        Tally tally = outbox.tally(edition);
        return tally.waiting() == 0 && tally.in(DispatchState.IN_DOUBT) == 0;
    }

    /** At the end. */
    void everybodyIsAccountedFor() {
        balances();
        Map<Long, DispatchState> states = states();
        check(states.size() == readers, "some are lost: " + states);
        states.forEach((reader, state) -> {
            boolean has = taken.containsKey(reader);
            boolean doubted = doubts.getOrDefault(reader, 0) > 0;
            check(state.isFinal(), "reader " + reader + " waits for ever: " + state);
            check(state != DispatchState.ACCEPTED || has, "reader " + reader + " counts as accepted, and has nothing");
            check(!has || doubted || state == DispatchState.ACCEPTED, "reader " + reader + " has it, and is " + state);
            check(state != DispatchState.HELD || doubted, "reader " + reader + " is held without a doubt");
            check(
                    state != DispatchState.SUPPRESSED || cancelled || leftAt.containsKey(reader),
                    "reader " + reader + " was left out without a reason");
        });
    }

    int copies() {
        return taken.values().stream().mapToInt(List::size).sum() - taken.size();
    }

    private void check(boolean holds, String violation) {
        if (!holds) {
            trace.violated(violation);
        }
    }
}
