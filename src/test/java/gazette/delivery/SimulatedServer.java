package gazette.delivery;

import gazette.delivery.Conditions.ServerWays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A server of a simulation, which fails by chance, and how processes come to it. */
final class SimulatedServer {
    /** What a client waits for one reply. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int BUSY = 421;

    private final Stage stage;
    private final String name;
    private final ServerWays ways;
    /** In the order in which they were opened, so that they are always cut in the same. */
    private final Set<SimulatedLine> open = new LinkedHashSet<>();

    private SimulatedServer(Stage stage, String name, ServerWays ways) {
        this.stage = stage;
        this.name = name;
        this.ways = ways;
    }

    static List<SimulatedServer> all(Stage stage) {
        List<SimulatedServer> servers = new ArrayList<>();
        for (ServerWays ways : stage.conditions().servers()) {
            servers.add(new SimulatedServer(stage, "account-" + servers.size(), ways));
        }
        return List.copyOf(servers);
    }

    /** How one process delivers to it. */
    Carrier carrier(SimulatedProcess process) {
        Time time = stage.baton().time();
        SmtpAccount account = Deliveries.account(name, 25, stage.chance().between(1, 3), 1, Rates.NONE);
        int perSession = stage.chance().oneIn(3) ? 2 : 0;
        SmtpServer.Sessions sessions = new SmtpServer.Sessions(ways.window(), perSession, Duration.ofMinutes(5));
        Courier courier =
                new SmtpCourier(sessions, dispatch -> letter(process, dispatch), new Connecting(process), time.nanos());
        return new Carrier(account, courier, Breaker.standard(time), stage.book(), time);
    }

    private Made letter(SimulatedProcess process, Dispatch dispatch) {
        process.step("letter " + Truth.reader(dispatch));
        process.storeMayFail();
        return stage.breakage() == Breakage.CHANGES_THE_OCTETS
                ? Sample.letter(dispatch, 2000 * dispatch.attempt())
                : stage.letters().of(dispatch);
    }

    /** Where the couriers of one process get their sessions. */
    private final class Connecting implements Lines {
        private final SimulatedProcess process;
        private boolean dropped;

        Connecting(SimulatedProcess process) {
            this.process = process;
        }

        @Override
        public Line open() throws NoSession {
            process.step("connect");
            if (dropped || fails(2)) {
                throw new NoSession(Parting.Kind.UNREACHABLE, "nobody there");
            }
            if (fails(1)) {
                throw new NoSession(Parting.Kind.BUSY, BUSY + " 4.3.2 too many connections");
            }
            SimulatedLine line = new SimulatedLine(stage, SimulatedServer.this, process);
            open.add(line);
            return line;
        }

        @Override
        public void drop() {
            dropped = true;
            open.stream().filter(line -> line.isOf(process)).forEach(SimulatedLine::isCutByUs);
        }
    }

    ServerWays ways() {
        return ways;
    }

    /** The process behind them is gone. */
    void hangUp(SimulatedProcess process) {
        open.removeIf(line -> line.isOf(process));
    }

    /** Whether something goes wrong now that goes wrong so many times as often as most things. */
    boolean fails(double times) {
        return stage.chance().happens(ways.faults() * times);
    }
}
