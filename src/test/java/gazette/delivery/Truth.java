package gazette.delivery;

import gazette.delivery.Simulation.Node;
import gazette.edition.EditionId;
import gazette.store.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has really happened in a simulation, whatever the code believes: what servers took, when readers left, what is
 * durable. Each promise is checked here at the moment when it could be broken.
 */
final class Truth {
    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

    private final Simulation simulation;
    private final World world;
    private final EditionId edition;
    private final int readers;

    private final Map<Long, List<String>> taken = new HashMap<>();
    private final Map<Long, Integer> cuts = new HashMap<>();
    private final Map<Long, Integer> doubts = new HashMap<>();
    private final Map<Long, Long> leftAt = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();
    private boolean paused;
    private boolean cancelled;
    private int handOvers;

    Truth(Simulation simulation, World world, EditionId edition, int readers) {
        this.simulation = simulation;
        this.world = world;
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
        simulation.note("reader " + reader + " is taken, copy " + copies.size());
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
        simulation.note("the gap of reader " + reader + " is cut");
        cuts.merge(reader, 1, Integer::sum);
    }

    void isRefused(long reader) {
        refused.add(reader);
    }

    void beginsContent(Node process, long reader) {
        boolean wasFrozen = process.isLate(reader);
        check(process.handedOver(reader) || wasFrozen, "content for reader " + reader + " without a hand-over");
        boolean leftLongAgo = simulation.nanos() - leftAt.getOrDefault(reader, Long.MAX_VALUE - A_SECOND) > A_SECOND;
        check(!leftLongAgo || wasFrozen, "content for reader " + reader + " more than a second after they left");
    }

    // What is durable.

    void left(long reader) {
        leftAt.putIfAbsent(reader, simulation.nanos());
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
    void claimed(Node process, Dispatch dispatch) {
        check(process.isAlive(), "a dead epoch claimed");
        check(!paused && !cancelled, "a claim of an edition that rests");
        check(!leftAt.containsKey(reader(dispatch)), "a claim of a reader who left");
    }

    /** A dispatch became handed over. */
    void handedOver(Node process, Dispatch dispatch) {
        handOvers++;
        long reader = reader(dispatch);
        check(process.isAlive(), "a dead epoch handed over");
        check(!paused && !cancelled, "reader " + reader + " was handed over while the edition rests");
        check(!leftAt.containsKey(reader), "reader " + reader + " was handed over after they left");
    }

    /** An outcome became durable. */
    void settled(Node process, Settled settled) {
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

    /** A hand-over was taken back: its process is gone, or seemed to be. */
    void isDoubted(long reader) {
        simulation.note("reader " + reader + " is in doubt");
        doubts.merge(reader, 1, Integer::sum);
        isCut(reader);
    }

    /** The equation, after every commit. */
    void balances() {
        Tally tally = world.outbox().tally(edition);
        check(tally.balances() && tally.audience() == readers, "nobody knows what became of some: " + tally);
    }

    /** State by reader. */
    Map<Long, DispatchState> states() {
        Map<Long, DispatchState> states = new HashMap<>();
        world.outbox()
                .each(
                        edition,
                        EnumSet.allOf(DispatchState.class),
                        row -> states.put(reader(row.address()), row.state()));
        return states;
    }

    boolean isAllSettled() {
        Tally tally = world.outbox().tally(edition);
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

    int handOvers() {
        return handOvers;
    }

    int copies() {
        return taken.values().stream().mapToInt(List::size).sum() - taken.size();
    }

    private void check(boolean holds, String violation) {
        if (!holds) {
            simulation.violated(violation);
        }
    }
}
