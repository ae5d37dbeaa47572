package gazette.delivery;

import gazette.delivery.Simulation.Node;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A server of a simulation: what it offers, and how often it fails, each time by chance. */
final class SimulatedServer {
    /** What a client waits for one reply. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int BUSY = 421;

    final Simulation simulation;
    final List<String> offers;
    final int perSession;
    final boolean dataToNobody;
    final double faults;
    private final Set<SimulatedLine> open = new HashSet<>();

    /**
     * @param perSession messages of one session, then 421; 0 for any number
     * @param dataToNobody whether it says 354 without a recipient
     * @param faults how often each thing goes wrong, from 0 to 1
     */
    SimulatedServer(Simulation simulation, List<String> offers, int perSession, boolean dataToNobody, double faults) {
        this.simulation = simulation;
        this.offers = offers;
        this.perSession = perSession;
        this.dataToNobody = dataToNobody;
        this.faults = faults;
    }

    /** Where the couriers of one process get their sessions with it. */
    Lines lines(Node process) {
        return new Lines() {
            private boolean dropped;

            @Override
            public Line open() throws NoSession {
                simulation.step(process, "connect");
                if (dropped || fails(2)) {
                    throw new NoSession(Parting.Kind.UNREACHABLE, "nobody there");
                }
                if (fails(1)) {
                    throw new NoSession(Parting.Kind.BUSY, BUSY + " 4.3.2 too many connections");
                }
                SimulatedLine line = new SimulatedLine(SimulatedServer.this, process);
                open.add(line);
                return line;
            }

            @Override
            public void drop() {
                dropped = true;
                open.stream().filter(line -> line.isOf(process)).forEach(SimulatedLine::isCutByUs);
            }
        };
    }

    /** The process behind them is gone. */
    void hangUp(Node process) {
        open.removeIf(line -> line.isOf(process));
    }

    boolean fails(double times) {
        return simulation.happens(faults * times);
    }
}
